import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Landing } from './landing.tsx';
import type { Tone } from './status-chip.tsx';

interface VerdictHeadProps {
  readonly name: string;
  readonly title: string;
  readonly tone: Tone;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}

/** What a check came to, in one large sentence with its sign; the name of the screen stands above it. */
export function VerdictHead({ name, title, tone, icon: Icon, children }: VerdictHeadProps): ReactElement {
  return (
    <header className="round-head">
      <span className={`round-icon tone-${tone}`}>
        <Icon size={32} strokeWidth={2} aria-hidden="true" />
      </span>
      <div className="stack-tight">
        <Landing key={title} className="round-title">
          <span className="round-name">{name}</span> {title}
        </Landing>
        {children}
      </div>
    </header>
  );
}
