import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemCode } from '../../electron/contract/problems.ts';
import { call } from '../client.ts';
import { useNow } from '../clock.ts';
import { duration } from '../i18n/format.ts';
import { siteOf } from '../navigation.ts';
import { useSession } from '../session.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { looksByItself, nextLook } from './recovery-rules.ts';
import type { Choice } from './problem-rules.ts';

/** How long Legrand asks to wait; nothing once that is over. `until` in milliseconds since 1970-01-01 UTC. */
export function Pause({ until }: { readonly until: number }): ReactElement | null {
  const { t, i18n } = useTranslation();
  const now = useNow(1000);
  return now >= until ? null : <span role="timer" className="problem-timer">{t('problem.possibleIn', { time: duration(until - now, i18n.language) })}</span>;
}

/** Trying again once the time that Legrand asked for is over; until then it says how long. `until` in milliseconds since 1970-01-01 UTC. */
export function PausedButton({ until, choice }: { readonly until: number; readonly choice: Choice }): ReactElement {
  const isOver = useNow(1000) >= until;
  return (
    <>
      <Button variant="primary" enter={isOver} disabled={!isOver} onClick={choice.act}>{choice.label}</Button>
      <Pause until={until} />
    </>
  );
}

interface RecoveryProps {
  readonly code: ProblemCode;
  /** When the problem happened, in milliseconds since 1970-01-01 UTC. */
  readonly at: number;
}

/** While Legrand is busy or has a fault: the program looks by itself, after 1, 5 and 15 minutes, whether its sign-in page answers again. */
export function Recovery({ code, at }: RecoveryProps): ReactElement | null {
  const { screen } = useSession();
  const siteId = siteOf(screen);
  return looksByItself(code) && siteId !== null ? <Looking siteId={siteId} at={at} /> : null;
}

function Looking({ siteId, at }: { readonly siteId: string; readonly at: number }): ReactElement {
  const { t, i18n } = useTranslation();
  const now = useNow(1000);
  const state = useLooks(siteId, at);
  if (state.answers) return <div role="status"><Notice tone="ok">{t('problem.answersAgain')}</Notice></div>;
  if (state.next === null) return <div role="status"><Notice tone="unknown">{t('problem.noMoreLooks')}</Notice></div>;
  return (
    <p className="problem-timer" role="timer">
      {t('problem.looksAgain', { time: duration(Math.max(0, state.next - now), i18n.language) })}
    </p>
  );
}

interface Looks {
  readonly answers: boolean;
  /** When it is looked next, in milliseconds since 1970-01-01 UTC; null: not any more. */
  readonly next: number | null;
}

/** One look at each time; the customer is not needed for it. */
function useLooks(siteId: string, at: number): Looks {
  const [looks, setLooks] = useState<Looks>(() => ({ answers: false, next: nextLook(at, at) }));
  const { answers, next } = looks;
  useEffect(() => {
    if (answers || next === null) return undefined;
    let isWanted = true;
    const look = async (): Promise<void> => {
      const checked = await call('link.check', { siteId });
      const found = checked.ok && checked.value.lines.some(({ id, verdict }) => id === 'signInAddress' && verdict === 'ok');
      if (isWanted) setLooks({ answers: found, next: found ? null : nextLook(at, Math.max(next, Date.now())) });
    };
    const timer = setTimeout(() => void look(), Math.max(0, next - Date.now()));
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [siteId, at, answers, next]);
  return looks;
}
