import { CalendarClock, CircleDashed, FileQuestionMark, Lock, OctagonX, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkState } from '../../electron/contract/views.ts';
import { linkChip, type LinkChip } from './link-chip.ts';
import { StatusChip } from './status-chip.tsx';

const icons: Readonly<Record<NonNullable<LinkChip['icon']>, LucideIcon>> = { notLinked: CircleDashed, unreadable: FileQuestionMark, locked: Lock, over: OctagonX, dueSoon: CalendarClock };

interface LinkStateChipProps {
  readonly state: LinkState;
  readonly endsAt: number | null;
  readonly now: number;
}

/** The state of a link as icon and word. */
export function LinkStateChip({ state, endsAt, now }: LinkStateChipProps): ReactElement {
  const { t } = useTranslation();
  return <LinkChipShown {...linkChip(state, endsAt, now, t)} />;
}

/** The same, where its words are there already. */
export function LinkChipShown({ tone, icon, text }: LinkChip): ReactElement {
  return (
    <StatusChip tone={tone} {...(icon ? { icon: icons[icon] } : {})}>
      {text}
    </StatusChip>
  );
}
