import type { TFunction } from 'i18next';
import type { LinkState } from '../../electron/contract/views.ts';
import { daysUntil } from '../i18n/format.ts';
import { clockStage } from './clock-stage.ts';
import type { Tone } from './status-chip.tsx';

const tones: Readonly<Record<LinkState, Tone>> = {
  notLinked: 'unknown', linked: 'ok', linkedHomesUnreadable: 'ok', uncertain: 'warn', signInAgain: 'bad', unreadable: 'bad', locked: 'warn',
};

/** Whether a link that works as far as known was not renewed for 60 days or more. `endsAt` and `now` in milliseconds since 1970-01-01 UTC. */
export function isDueSoon(state: LinkState, endsAt: number | null, now: number): boolean {
  return (state === 'linked' || state === 'linkedHomesUnreadable') && endsAt !== null && clockStage(endsAt, now) !== 'calm';
}

/** Whether a person must do something about a link in this state. Not `locked`: that concerns the whole laptop and is told once, above. */
export function needsPerson(state: LinkState, endsAt: number | null, now: number): boolean {
  return state === 'signInAgain' || state === 'uncertain' || state === 'unreadable' || isDueSoon(state, endsAt, now);
}

/** The state of a link as tone and word; `icon` where it has one of its own and not that of its tone. */
export interface LinkChip {
  readonly tone: Tone;
  readonly icon: 'notLinked' | 'unreadable' | 'locked' | 'over' | 'dueSoon' | null;
  readonly text: string;
}

/** How the state of a link is told. `endsAt` and `now` in milliseconds since 1970-01-01 UTC. */
export function linkChip(state: LinkState, endsAt: number | null, now: number, t: TFunction): LinkChip {
  if (isDueSoon(state, endsAt, now)) return dueChip(endsAt ?? now, now, t);
  const icon = state === 'notLinked' || state === 'unreadable' || state === 'locked' ? state : null;
  return { tone: tones[state], icon, text: t(`states.${state}`) };
}

function dueChip(endsAt: number, now: number, t: TFunction): LinkChip {
  const stage = clockStage(endsAt, now);
  if (stage === 'over') return { tone: 'bad', icon: 'over', text: t('states.over') };
  return { tone: stage === 'urgent' ? 'bad' : 'warn', icon: 'dueSoon', text: t('states.dueSoon', { count: daysUntil(endsAt, now) }) };
}
