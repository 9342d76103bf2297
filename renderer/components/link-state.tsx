import { CalendarClock, CircleDashed, FileQuestionMark, Lock, OctagonX, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkState } from '../../electron/contract/views.ts';
import { daysUntil } from '../i18n/format.ts';
import { clockStage } from './clock-stage.ts';
import { StatusChip, type Tone } from './status-chip.tsx';

const tones: Readonly<Record<LinkState, Tone>> = {
  notLinked: 'unknown', linked: 'ok', linkedHomesUnreadable: 'ok', uncertain: 'warn', signInAgain: 'bad', unreadable: 'bad', locked: 'warn',
};
const ownIcons: Readonly<Partial<Record<LinkState, LucideIcon>>> = { notLinked: CircleDashed, unreadable: FileQuestionMark, locked: Lock };

/** Whether a link that works as far as known was not renewed for 60 days or more. `endsAt` and `now` in milliseconds since 1970-01-01 UTC. */
export function isDueSoon(state: LinkState, endsAt: number | null, now: number): boolean {
  return (state === 'linked' || state === 'linkedHomesUnreadable') && endsAt !== null && clockStage(endsAt, now) !== 'calm';
}

/** Whether a person must do something about a link in this state. Not `locked`: that concerns the whole laptop and is told once, above. */
export function needsPerson(state: LinkState, endsAt: number | null, now: number): boolean {
  return state === 'signInAgain' || state === 'uncertain' || state === 'unreadable' || isDueSoon(state, endsAt, now);
}

interface LinkStateChipProps {
  readonly state: LinkState;
  readonly endsAt: number | null;
  readonly now: number;
}

/** The state of a link as icon and word. */
export function LinkStateChip({ state, endsAt, now }: LinkStateChipProps): ReactElement {
  const { t } = useTranslation();
  if (isDueSoon(state, endsAt, now)) return <DueChip endsAt={endsAt ?? now} now={now} />;
  const icon = ownIcons[state];
  return (
    <StatusChip tone={tones[state]} {...(icon ? { icon } : {})}>
      {t(`states.${state}`)}
    </StatusChip>
  );
}

function DueChip({ endsAt, now }: { readonly endsAt: number; readonly now: number }): ReactElement {
  const { t } = useTranslation();
  const stage = clockStage(endsAt, now);
  if (stage === 'over') {
    return (
      <StatusChip tone="bad" icon={OctagonX}>
        {t('states.over')}
      </StatusChip>
    );
  }
  return (
    <StatusChip tone={stage === 'urgent' ? 'bad' : 'warn'} icon={CalendarClock}>
      {t('states.dueSoon', { count: daysUntil(endsAt, now) })}
    </StatusChip>
  );
}
