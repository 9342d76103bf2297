import { CircleCheck, Clock, RefreshCw, TriangleAlert, User, UserCog, type LucideIcon } from 'lucide-react';
import { useRef, useState, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../electron/contract/problems.ts';
import { dateTime } from '../i18n/format.ts';
import type { ProblemText } from '../i18n/problems/types.ts';
import { useSession } from '../session.ts';
import { Button } from './button.tsx';
import { Landing } from './landing.tsx';
import { Notice } from './notice.tsx';
import { DoctorNote, ProblemHelp } from './problem-help.tsx';
import { concernsOneSite, detailsOf, primaryOf, type Choice } from './problem-rules.ts';
import { useProblemText } from './problem-text.ts';
import { ProxyPassword } from './proxy-password.tsx';
import { StatusChip, type Tone } from './status-chip.tsx';

const whoLook: Readonly<Record<ProblemText['who'][number], readonly [Tone, LucideIcon]>> = {
  electrician: ['now', User], customer: ['warn', User], admin: ['bad', UserCog], legrand: ['unknown', Clock], it: ['warn', UserCog],
};
const retryLook: Readonly<Record<ProblemText['retry'], readonly [Tone, LucideIcon]>> = {
  safe: ['ok', CircleCheck], afterFix: ['unknown', Clock], no: ['unknown', TriangleAlert], automatic: ['ok', RefreshCw],
};

interface ProblemPanelProps {
  readonly problem: Problem;
  /** When it happened, in milliseconds since 1970-01-01 UTC. */
  readonly at: number;
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
        <DoctorNote problem={problem} />
      </div>
      <div className="problem-body">
        <ProblemSteps text={text} />
        <ProblemWhy text={text} code={problem.code} />
      </div>
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

function ProblemFacts({ problem }: { readonly problem: Problem }): ReactElement | null {
  const { t, i18n } = useTranslation();
  const { laptopAt, serverAt, timeZone = '' } = problem;
  const facts = [
    problem.reason === 'otherAccount' || problem.reason === 'otherHomes' || problem.reason === 'old' ? t(`problem.reasons.${problem.reason}`) : null,
    problem.siteName === undefined ? null : t('problem.otherSite', { site: problem.siteName }),
    problem.field === undefined ? null : t('problem.field', { field: problem.field }),
    laptopAt === undefined || serverAt === undefined ? null : t('problem.clocks', { laptop: dateTime(laptopAt, i18n.language), server: dateTime(serverAt, i18n.language), zone: timeZone }),
    problem.port === undefined ? null : t('problem.port', { port: problem.port }),
    problem.retryAfterSeconds === undefined ? null : t('problem.waitSeconds', { count: problem.retryAfterSeconds }),
  ].filter((fact) => fact !== null);
  if (facts.length === 0) return null;
  return (
    <ul className="problem-facts">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
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

function ProblemActions({ problem, text, at, back, retry }: ProblemPanelProps & { readonly text: ProblemText }): ReactElement {
  const { t } = useTranslation();
  const { goTo, start } = useSession();
  const details = useRef<HTMLPreElement>(null);
  const credentials = { label: t('problem.openCredentials'), act: () => goTo({ name: 'credentials', form: false }) };
  const proxy = useProxyPassword();
  const primary = primaryOf(problem, text, { credentials, retry, back, proxyPassword: proxy.choice });
  return (
    <footer className="stack">
      {proxy.rest}
      <div className="actions">
        <Button variant="primary" enter onClick={primary.act}>
          {primary.label}
        </Button>
        <CopyDetails details={details} />
        <ProblemHelp problem={problem} />
        {primary === back ? null : (
          <Button variant="quiet" onClick={back.act}>
            {back.label}
          </Button>
        )}
      </div>
      <pre ref={details} className="problem-details" aria-label={t('problem.details')}>
        {detailsOf(problem, at, start.version)}
      </pre>
    </footer>
  );
}

interface ProxyPasswordState {
  /** Null as soon as it was entered. */
  readonly choice: Choice | null;
  /** The dialog while it is open, the good news afterwards. */
  readonly rest: ReactElement | null;
}

function useProxyPassword(): ProxyPasswordState {
  const { t } = useTranslation();
  const [state, setState] = useState<'none' | 'asking' | 'entered'>('none');
  if (state === 'entered') return { choice: null, rest: <Notice tone="ok">{t('problem.proxyEntered')}</Notice> };
  const close = (): void => setState((before) => (before === 'entered' ? before : 'none'));
  return {
    choice: { label: t('problem.enterProxyPassword'), act: () => setState('asking') },
    rest: state === 'asking' ? <ProxyPassword onClose={close} onEntered={() => setState('entered')} /> : null,
  };
}

function CopyDetails({ details }: { readonly details: RefObject<HTMLPreElement | null> }): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const copy = (): void => {
    if (details.current) window.getSelection()?.selectAllChildren(details.current);
    // The clipboard API needs a permission and this window has none; the editing command works on the selection after a click.
    announce(document.execCommand('copy') ? t('problem.detailsCopied') : t('problem.detailsSelect'));
  };
  return <Button onClick={copy}>{t('problem.copyDetails')}</Button>;
}
