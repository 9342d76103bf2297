import type { DayLine, Similar } from '../../../electron/contract/day-list.ts';
import type { ReadLine } from './read-lines.ts';

/** What becomes of a line that is taken. */
export type Fate = 'new' | 'visit';

/** A line as it is offered: `similar` says what is like it, `ticked` and `fate` are the person's to change. */
export interface Proposal {
  readonly line: ReadLine;
  readonly similar: Similar;
  readonly ticked: boolean;
  readonly fate: Fate;
}

const UNLIKE: Similar = { site: null, twin: null };

/** Why a person should look before this line is taken. */
export type Warning = 'sameName' | 'sameAddress' | 'twin' | 'repeats';

/** What to warn of, most important first. */
export function warningsOf({ line, similar }: Pick<Proposal, 'line' | 'similar'>): readonly Warning[] {
  const bySite = similar.site ? [similar.site.by === 'name' ? 'sameName' : 'sameAddress'] as const : [];
  return [...bySite, ...(similar.twin === null ? [] : ['twin'] as const), ...(line.repeats ? ['repeats'] as const : [])];
}

/** Every line that nothing speaks against is ticked. A site that is in the book gets the visit, where there is one. */
export function proposalsOf(lines: readonly ReadLine[], similar: readonly Similar[]): readonly Proposal[] {
  return lines.map((line, index) => {
    const like = similar[index] ?? UNLIKE;
    return { line, similar: like, ticked: warningsOf({ line, similar: like }).length === 0, fate: like.site && line.visit !== '' ? 'visit' : 'new' };
  });
}

/** What a person chose, as main takes it. */
export function chosenLines(proposals: readonly Proposal[]): readonly DayLine[] {
  return proposals.filter(({ ticked }) => ticked).map(({ line: { name, address, customerName, visit }, similar: { site }, fate }): DayLine =>
    fate === 'visit' && site ? { kind: 'visit', siteId: site.id, visit } : { kind: 'new', name, address, customerName, visit });
}
