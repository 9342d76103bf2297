import { CalendarClock, CircleDashed, FileQuestionMark, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkState } from '../../electron/contract/views.ts';
import { daysUntil } from '../i18n/format.ts';
import { StatusChip, type Tone } from './status-chip.tsx';

/** From this many days before its end a link shows how many are left. */
export const DUE_SOON_DAYS = 20;

const tones: Readonly<Record<LinkState, Tone>> = {
  notLinked: 'unknown', linked: 'ok', linkedHomesUnreadable: 'ok', uncertain: 'warn', signInAgain: 'bad', unreadable: 'bad',
};
const ownIcons: Readonly<Partial<Record<LinkState, LucideIcon>>> = { notLinked: CircleDashed, unreadable: FileQuestionMark };

/** Whether a link that works now ends soon. `endsAt` and `now` in milliseconds since 1970-01-01 UTC. */
export function isDueSoon(state: LinkState, endsAt: number | null, now: number): boolean {
  return (state === 'linked' || state === 'linkedHomesUnreadable') && endsAt !== null && daysUntil(endsAt, now) <= DUE_SOON_DAYS;
}

/** Whether a person must do something about a link in this state. */
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
  if (isDueSoon(state, endsAt, now)) {
    return (
      <StatusChip tone="warn" icon={CalendarClock}>
        {t('states.dueSoon', { count: daysUntil(endsAt ?? now, now) })}
      </StatusChip>
    );
  }
  const icon = ownIcons[state];
  return (
    <StatusChip tone={tones[state]} {...(icon ? { icon } : {})}>
      {t(`states.${state}`)}
    </StatusChip>
  );
}
