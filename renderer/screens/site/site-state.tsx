import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkView, SiteView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { useAge } from '../../clock.ts';
import { Button } from '../../components/button.tsx';
import { isDueSoon, LinkStateChip } from '../../components/link-state.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { dateTime, relativeTime } from '../../i18n/format.ts';
import { useSession } from '../../session.ts';
import { LinkClock } from './link-clock.tsx';

interface SiteStateProps {
  readonly site: SiteView;
  /** Asks for the site again. */
  readonly again: () => void;
}

/** The state of the link, large, and the one next action. */
export function SiteState({ site, again }: SiteStateProps): ReactElement {
  const { t } = useTranslation();
  const now = useAge();
  const { link } = site;
  const state = link?.state ?? 'notLinked';
  const unproven = state === 'linked' && link?.proof === null;
  return (
    <section className="panel panel-lead" aria-labelledby="site-state">
      <div className="row-between state-head">
        <h2 id="site-state" className="state-title">
          {t(`site.headings.${unproven ? 'linkedUnproven' : state}`)}
        </h2>
        <LinkStateChip state={state} endsAt={link?.endsAt ?? null} now={now} />
      </div>
      {link && state !== 'signInAgain' && state !== 'unreadable' ? <LinkClock link={link} now={now} /> : null}
      <p className="muted">
        {t(`site.explains.${state === 'linkedHomesUnreadable' && link?.problem ? 'homesProblem' : state}`)} {link ? <ProofAge link={link} now={now} /> : null}
      </p>
      {link?.problem ? <ProblemNote problem={link.problem} tone="warn" /> : null}
      {state === 'notLinked' || state === 'signInAgain' || state === 'unreadable' ? (
        <LinkAction siteId={site.id} label={state === 'signInAgain' ? t('site.signInAgain') : t('site.link')} />
      ) : (
        <KeepActions siteId={site.id} renewFirst={isDueSoon(state, link?.endsAt ?? null, now)} again={again} />
      )}
    </section>
  );
}

function ProofAge({ link, now }: { readonly link: LinkView; readonly now: number }): ReactElement | null {
  const { t, i18n } = useTranslation();
  if (!link.proof) return null;
  const { at } = link.proof;
  return <>{t('site.provenAt', { when: dateTime(at, i18n.language), ago: relativeTime(at, now, i18n.language) })}</>;
}

function LinkAction({ siteId, label }: { readonly siteId: string; readonly label: string }): ReactElement {
  const { t } = useTranslation();
  const { start, goTo } = useSession();
  const blocked = start.storageProblem !== null;
  return (
    <div className="actions">
      <Button variant="primary" enter data-link="" disabled={blocked} onClick={() => goTo({ name: 'link', siteId })}>
        {label}
      </Button>
      {blocked ? <span className="small muted">{t('sites.linkBlocked')}</span> : null}
    </div>
  );
}

interface KeepActionsProps {
  readonly siteId: string;
  readonly renewFirst: boolean;
  readonly again: () => void;
}

function KeepActions({ siteId, renewFirst, again }: KeepActionsProps): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const check = useAction('link.checkNow');
  const renew = useAction('link.renew');
  const busy = check.busy || renew.busy;
  const problem = check.problem ?? renew.problem;
  const checkNow = (): void => check.run({ siteId }, (site) => { again(); if (!site.link?.problem) announce(t('site.checked')); }, again);
  const renewNow = (): void => renew.run({ siteId }, (site) => { again(); if (!site.link?.problem) announce(t('site.renewed')); }, again);
  const checkButton = { key: 'check', act: checkNow, label: check.busy ? t('site.checking') : t('site.checkNow') };
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
