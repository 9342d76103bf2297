import { useRef, useState, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemCode } from '../../electron/contract/problems.ts';
import { call } from '../client.ts';
import type { ProblemText } from '../i18n/problems/types.ts';
import { problemScreen } from '../navigation.ts';
import { useSession } from '../session.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import type { ProblemPanelProps } from './problem-panel.tsx';
import { ProblemHelp } from './problem-help.tsx';
import { buttonsOf, detailsOf, otherPages, problemPlaces, type Choice, type ProblemPlace } from './problem-rules.ts';
import { ProxyPassword } from './proxy-password.tsx';
import { Pause, PausedButton } from './recovery.tsx';

/** The buttons of a problem page, and the details for support. */
export function ProblemActions({ problem, text, at, back, retry }: ProblemPanelProps & { readonly text: ProblemText }): ReactElement {
  const { t } = useTranslation();
  const { start } = useSession();
  const details = useRef<HTMLPreElement>(null);
  const places = usePlaces();
  const own = (problemPlaces[problem.code] ?? []).flatMap((place) => places.choices[place] ?? []);
  const [primary = back, ...others] = buttonsOf(problem, text, { places: own, retry, back });
  const pausedUntil = problem.retryAfterSeconds === undefined || at === null ? null : at + problem.retryAfterSeconds * 1000;
  return (
    <footer className="stack problem-foot">
      {places.rest}
      {pausedUntil !== null && retry === null ? <Pause until={pausedUntil} /> : null}
      <div className="actions">
        {pausedUntil !== null && primary === retry ? (
          <PausedButton until={pausedUntil} choice={primary} />
        ) : (
          <Button variant="primary" enter onClick={primary.act}>{primary.label}</Button>
        )}
        {others.filter((choice) => choice !== back).map((choice) => (
          <Button key={choice.label} onClick={choice.act}>{choice.label}</Button>
        ))}
        <ProblemHelp problem={problem} />
        <OtherPages codes={otherPages(problem.code, text)} />
        {at === null ? null : <CopyDetails details={details} />}
        {at === null ? null : <ToSupport />}
        {primary === back ? null : <Button variant="quiet" onClick={back.act}>{back.label}</Button>}
      </div>
      {at === null ? null : (
        <pre ref={details} className="problem-details" aria-label={t('problem.details')}>
          {detailsOf(problem, at, start.version)}
        </pre>
      )}
    </footer>
  );
}

function OtherPages({ codes }: { readonly codes: readonly ProblemCode[] }): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  return (
    <>
      {codes.map((code) => (
        <Button key={code} onClick={() => goTo(problemScreen({ code }, screen))}>
          {t('problem.readOther', { code })}
        </Button>
      ))}
    </>
  );
}

interface Places {
  /** Null: what is done there is done already. */
  readonly choices: Readonly<Record<ProblemPlace, Choice | null>>;
  /** A dialog while it is open, good news afterwards. */
  readonly rest: ReactElement | null;
}

/** One line per place: its button and where it leads. */
function usePlaces(): Places {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const proxy = useProxyPassword();
  const toRunning = async (): Promise<void> => {
    const view = await call('link.view', undefined);
    if (view.ok && view.value.step !== 'idle') goTo({ name: 'link', siteId: view.value.siteId });
    else goTo({ name: 'sites', siteId: null });
  };
  return {
    rest: proxy.rest,
    choices: {
      proxyPassword: proxy.choice,
      credentials: { label: t('problem.openCredentials'), act: () => goTo({ name: 'credentials', form: false }) },
      dataFolder: { label: t('dataFolder.open'), act: () => goTo({ name: 'settings' }) },
      updates: { label: t('updates.open'), act: () => goTo({ name: 'settings' }) },
      renewals: { label: t('problem.openRenewals'), act: () => goTo({ name: 'renewals' }) },
      runningSignIn: { label: t('problem.openRunning'), act: () => void toRunning() },
    },
  };
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

function ToSupport(): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  return <Button variant="quiet" onClick={() => goTo({ name: 'support', back: screen })}>{t('support.open')}</Button>;
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
