import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/contract/problems.ts';
import type { SiteView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { isDueSoon } from '../../components/link-chip.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useRetryStorage } from '../../components/storage-bar.tsx';
import { useSession } from '../../session.ts';
import { stateOf } from './state-words.ts';

interface SiteActionsProps {
  readonly site: SiteView;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
  /** Asks for the site again. */
  readonly again: () => void;
}

/** The one next action of a site, and what else is possible. */
export function SiteActions({ site, now, again }: SiteActionsProps): ReactElement {
  const state = stateOf(site);
  switch (state) {
    case 'notLinked':
    case 'signInAgain':
    case 'unreadable':
      return <LinkAction siteId={site.id} again={state !== 'notLinked'} />;
    case 'locked':
      return <UnlockAction again={again} />;
    case 'uncertain':
      return <CheckAction siteId={site.id} again={again} />;
    case 'linked':
    case 'linkedHomesUnreadable':
      return <KeepActions siteId={site.id} renewFirst={isDueSoon(state, site.link?.endsAt ?? null, now)} again={again} />;
  }
}

function LinkAction({ siteId, again }: { readonly siteId: string; readonly again: boolean }): ReactElement {
  const { t } = useTranslation();
  const { start, goTo } = useSession();
  const blocked = start.storageProblem !== null;
  return (
    <div className="actions">
      <Button variant="primary" enter data-link="" disabled={blocked} onClick={() => goTo({ name: 'link', siteId })}>
        {again ? t('site.signInAgain') : t('site.link')}
      </Button>
      {blocked ? <span className="small muted">{t('site.linkBlocked')}</span> : null}
    </div>
  );
}

function UnlockAction({ again }: { readonly again: () => void }): ReactElement {
  const { t } = useTranslation();
  const retry = useRetryStorage(again);
  return (
    <>
      {retry.problem ? <ProblemNote problem={retry.problem} /> : null}
      <div className="actions">
        <Button variant="primary" enter disabled={retry.busy} onClick={retry.run}>{t('common.tryAgain')}</Button>
      </div>
    </>
  );
}

interface LinkedProps {
  readonly siteId: string;
  readonly again: () => void;
}

function useCheckNow({ siteId, again }: LinkedProps): { readonly run: () => void; readonly busy: boolean; readonly problem: Problem | null } {
  const { t } = useTranslation();
  const { announce } = useSession();
  const check = useAction('link.checkNow');
  const run = (): void => check.run({ siteId }, (site) => { again(); if (!site.link?.problem) announce(t('site.checked')); }, again);
  return { run, busy: check.busy, problem: check.problem };
}

function CheckAction(props: LinkedProps): ReactElement {
  const { t } = useTranslation();
  const { goTo, start } = useSession();
  const check = useCheckNow(props);
  return (
    <>
      {check.problem ? <ProblemNote problem={check.problem} /> : null}
      <div className="actions">
        <Button variant="primary" enter disabled={check.busy} onClick={check.run}>{check.busy ? t('site.checking') : t('site.checkNow')}</Button>
        <Button variant="quiet" data-link="" disabled={check.busy || start.storageProblem !== null} onClick={() => goTo({ name: 'link', siteId: props.siteId })}>{t('site.signInAgain')}</Button>
      </div>
    </>
  );
}

function KeepActions({ siteId, renewFirst, again }: LinkedProps & { readonly renewFirst: boolean }): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const check = useCheckNow({ siteId, again });
  const renew = useAction('link.renew');
  const busy = check.busy || renew.busy;
  const problem = check.problem ?? renew.problem;
  const renewNow = (): void => renew.run({ siteId }, (site) => { again(); if (!site.link?.problem) announce(t('site.renewed')); }, again);
  const checkButton = { key: 'check', act: check.run, label: check.busy ? t('site.checking') : t('site.checkNow') };
  const renewButton = { key: 'renew', act: renewNow, label: renew.busy ? t('site.renewing') : t('site.renewNow') };
  const ordered = renewFirst ? [renewButton, checkButton] : [checkButton, renewButton];
  return (
    <>
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="actions">
        {ordered.map((button, index) => (
          <Button key={button.key} variant={index === 0 ? 'primary' : 'secondary'} enter={index === 0} disabled={busy} onClick={button.act}>
            {button.label}
          </Button>
        ))}
      </div>
    </>
  );
}
