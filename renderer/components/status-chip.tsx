import { CircleCheck, CircleQuestionMark, Clock, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

/** The meaning of a state. Colour never carries it alone: each has its icon, and a word beside it. */
export type Tone = 'ok' | 'warn' | 'bad' | 'unknown' | 'now';

const icons: Readonly<Record<Tone, LucideIcon>> = { ok: CircleCheck, warn: TriangleAlert, bad: OctagonX, unknown: CircleQuestionMark, now: Clock };

interface StatusChipProps {
  readonly tone: Tone;
  readonly icon?: LucideIcon;
  readonly large?: boolean;
  readonly children: ReactNode;
}

/** A state as icon and word. */
export function StatusChip({ tone, icon, large = false, children }: StatusChipProps): ReactElement {
  const Icon = icon ?? icons[tone];
  return (
    <span className={`chip tone-${tone}${large ? ' chip-large' : ''}`}>
      <Icon size={large ? 18 : 15} strokeWidth={2.2} aria-hidden="true" />
      {children}
    </span>
  );
}
