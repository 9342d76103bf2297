import { CircleCheck, Clock, RefreshCw, TriangleAlert, User, UserCog, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../electron/contract/problems.ts';
import type { ProblemText } from '../i18n/problems/types.ts';
import { Landing } from './landing.tsx';
import { ProblemActions } from './problem-actions.tsx';
import { ProblemFacts } from './problem-facts.tsx';
import { DoctorNote } from './problem-help.tsx';
import { concernsOneSite, type Choice } from './problem-rules.ts';
import { useProblemText } from './problem-text.ts';
import { Recovery } from './recovery.tsx';
import { StatusChip, type Tone } from './status-chip.tsx';

const whoLook: Readonly<Record<ProblemText['who'][number], readonly [Tone, LucideIcon]>> = {
  electrician: ['now', User], customer: ['warn', User], admin: ['bad', UserCog], legrand: ['unknown', Clock], it: ['warn', UserCog],
};
const retryLook: Readonly<Record<ProblemText['retry'], readonly [Tone, LucideIcon]>> = {
  safe: ['ok', CircleCheck], afterFix: ['unknown', Clock], no: ['unknown', TriangleAlert], automatic: ['ok', RefreshCw],
};

/** What a problem page is made of. */
export interface ProblemPanelProps {
  readonly problem: Problem;
  /** When it happened, in milliseconds since 1970-01-01 UTC; null: it did not, somebody reads about it. */
  readonly at: number | null;
  readonly back: Choice;
  /** How to do again what failed; offered where trying again is safe. */
  readonly retry: Choice | null;
}

/** One problem: what happened, why, what to do now, who must act, whether trying again is safe, and its spoken code. */
export function ProblemPanel({ problem, at, back, retry }: ProblemPanelProps): ReactElement | null {
  const text = useProblemText(problem.code);
  if (!text) return null;
  return (
    <article className="problem">
      <ProblemHead problem={problem} text={text} />
      <div className="stack">
        <Landing key={problem.code} className="problem-title">
          {text.title}
        </Landing>
        <p className="lead">{text.effect}</p>
        <ProblemFacts problem={problem} />
        {at === null ? null : <DoctorNote problem={problem} />}
      </div>
      <div className="problem-body">
        <ProblemSteps text={text} />
        <ProblemWhy text={text} code={problem.code} />
      </div>
      {retry && at !== null ? <Recovery key={at} code={problem.code} at={at} /> : null}
      <ProblemActions problem={problem} text={text} at={at} back={back} retry={retry} />
    </article>
  );
}

function ProblemHead({ problem, text }: { readonly problem: Problem; readonly text: ProblemText }): ReactElement {
  const { t } = useTranslation();
  const [retryTone, retryIcon] = retryLook[text.retry];
  return (
    <div className="problem-head">
      <div className="row">
        {text.who.map((who) => (
          <StatusChip key={who} large tone={whoLook[who][0]} icon={whoLook[who][1]}>
            {t(`problem.who.${who}`)}
          </StatusChip>
        ))}
        <StatusChip large tone={retryTone} icon={retryIcon}>
          {t(`problem.retry.${text.retry}`)}
        </StatusChip>
      </div>
      <span className="problem-code">
        <span className="visually-hidden">{t('problem.codeLabel', { code: problem.code })}</span>
        <span aria-hidden="true">{problem.code}</span>
      </span>
    </div>
  );
}

function ProblemSteps({ text }: { readonly text: ProblemText }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="stack">
      <h2>{t('problem.doNow')}</h2>
      <ol className="do">
        {text.steps.map((step, index) => (
          <li key={step}>
            <span className="do-number" aria-hidden="true">
              {index + 1}
            </span>
            <span>{step}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ProblemWhy({ text, code }: { readonly text: ProblemText; readonly code: Problem['code'] }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="stack-tight problem-why">
      <h2>{t('problem.why')}</h2>
      <p>{text.why}</p>
      {concernsOneSite(code) ? (
        <p className="problem-others">
          <CircleCheck size={18} aria-hidden="true" />
          {t('problem.othersFine')}
        </p>
      ) : null}
    </section>
  );
}
