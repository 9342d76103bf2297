import { CircleCheck, Info, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

type NoticeTone = 'ok' | 'warn' | 'bad' | 'unknown';
const icons: Readonly<Record<NoticeTone, LucideIcon>> = { ok: CircleCheck, warn: TriangleAlert, bad: OctagonX, unknown: Info };

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A calm bar: icon, one sentence, at most one or two small buttons. */
export function Notice({ tone, children, action }: NoticeProps): ReactElement {
  const Icon = icons[tone];
  return (
    <div className={`notice tone-${tone}`}>
      <Icon size={20} aria-hidden="true" />
      <p>{children}</p>
      {action ? <div className="row">{action}</div> : <span />}
    </div>
  );
}
