import type { ReactElement, ReactNode } from 'react';
import { StatusChip } from '../../components/status-chip.tsx';

/** One of the three phases of a sign-in: over, now, or still to come. */
export interface Phase {
  readonly state: 'over' | 'now' | 'later';
  readonly name: string;
  readonly detail: ReactNode;
}

/** Three phases side by side: where the sign-in is. */
export function Phases({ phases }: { readonly phases: readonly Phase[] }): ReactElement {
  return (
    <ol className="phases">
      {phases.map((phase) => (
        <li key={phase.name} className={`phase phase-${phase.state}`} aria-current={phase.state === 'now' ? 'step' : undefined}>
          <PhaseName phase={phase} />
          <span className="small muted">{phase.detail}</span>
        </li>
      ))}
    </ol>
  );
}

function PhaseName({ phase }: { readonly phase: Phase }): ReactElement {
  if (phase.state === 'over') return <StatusChip tone="ok">{phase.name}</StatusChip>;
  if (phase.state === 'now') return <StatusChip tone="now">{phase.name}</StatusChip>;
  return <strong className="phase-name">{phase.name}</strong>;
}
