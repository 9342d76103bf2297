import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Landing } from '../../components/landing.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';
import type { DayListStep } from './day-list-screen.tsx';
import { ProposalRow } from './proposal-row.tsx';
import { chosenLines, type Proposal } from './proposals.ts';
import { WrongLines } from './wrong-lines.tsx';

interface PreviewProps {
  readonly state: Extract<DayListStep, { readonly step: 'preview' }>;
  readonly onChange: (proposals: readonly Proposal[]) => void;
  readonly onLeave: () => void;
}

/** What each line becomes; nothing is stored before the button says so. */
export function Preview({ state: { file, reading, proposals }, onChange, onLeave }: PreviewProps): ReactElement {
  const { t } = useTranslation();
  const change = (place: number, part: Partial<Proposal>): void => onChange(proposals.map((proposal, index) => (index === place ? { ...proposal, ...part } : proposal)));
  return (
    <>
      <div className="stack-tight">
        <Landing>{t('dayList.previewTitle')}</Landing>
        <p className="lead">{t('dayList.previewLead', { file, count: proposals.length })}</p>
      </div>
      <WrongLines wrong={reading.wrong} />
      {proposals.length === 0 ? <p className="muted">{t('dayList.nothingLeft')}</p> : (
        <ul className="panel proposals" aria-label={t('dayList.lines')}>
          {proposals.map((proposal, index) => <ProposalRow key={proposal.line.line} proposal={proposal} twin={lineOf(proposals, proposal.similar.twin)} onChange={(part) => change(index, part)} />)}
        </ul>
      )}
      <Take proposals={proposals} onLeave={onLeave} />
    </>
  );
}

function lineOf(proposals: readonly Proposal[], index: number | null): number | null {
  return index === null ? null : (proposals[index]?.line.line ?? null);
}

/** The one step that stores something, at the lower edge however long the list is. */
function Take({ proposals, onLeave }: { readonly proposals: readonly Proposal[]; readonly onLeave: () => void }): ReactElement {
  const { t } = useTranslation();
  const { start, goTo, announce } = useSession();
  const take = useAction('sites.import');
  const lines = useMemo(() => chosenLines(proposals), [proposals]);
  const added = lines.filter(({ kind }) => kind === 'new').length;
  const visits = lines.length - added;
  const label = visits === 0 ? t('dayList.add', { count: added }) : added === 0 ? t('dayList.setVisits', { count: visits }) : t('dayList.takeLines', { count: lines.length });
  const run = (): void =>
    take.run({ customerLanguage: start.settings.customerLanguage, lines: [...lines] }, ({ added: sites, visits: set }) => {
      goTo({ name: 'sites', siteId: null });
      announce([sites > 0 ? t('dayList.added', { count: sites }) : '', set > 0 ? t('dayList.visitsSet', { count: set }) : ''].filter(Boolean).join(' '));
    });
  return (
    <div className="take-bar stack-tight">
      {take.problem ? <ProblemNote problem={take.problem} /> : null}
      <div className="actions">
        <Button variant="primary" enter disabled={take.busy || lines.length === 0} onClick={run}>{label}</Button>
        <Button variant="quiet" onClick={onLeave}>{t('dayList.otherFile')}</Button>
      </div>
    </div>
  );
}
