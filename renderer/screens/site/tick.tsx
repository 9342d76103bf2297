import { useId, type ReactElement } from 'react';

interface TickProps {
  readonly label: string;
  readonly hint: string;
  readonly on: boolean;
  readonly disabled: boolean;
  readonly set: (on: boolean) => void;
}

/** Something a person has seen to; main writes down when. */
export function Tick({ label, hint, on, disabled, set }: TickProps): ReactElement {
  const id = useId();
  return (
    <div className="stack-tight">
      <label className="tick">
        <input type="checkbox" checked={on} aria-disabled={disabled} aria-describedby={id} onChange={(event) => { if (!disabled) set(event.target.checked); }} />
        {label}
      </label>
      <p id={id} className="small muted tick-hint">{hint}</p>
    </div>
  );
}
