import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkView, SiteView } from '../../../electron/contract/views.ts';
import { useAge } from '../../clock.ts';
import { clockStage } from '../../components/clock-stage.ts';
import { isDueSoon } from '../../components/link-chip.ts';
import { LinkStateChip } from '../../components/link-state.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { SameAccount } from '../../components/same-account.tsx';
import { dateTime, relativeTime } from '../../i18n/format.ts';
import { useSession } from '../../session.ts';
import { LinkClock } from './link-clock.tsx';
import { SiteActions } from './site-actions.tsx';
import { explanationOf, headingOf, nextStep, stateOf } from './state-words.ts';

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
  const state = stateOf(site);
  const gone = state === 'signInAgain' || state === 'unreadable';
  return (
    <section className="panel panel-lead" aria-labelledby="site-state">
      <div className="row-between state-head">
        <h2 id="site-state" className="state-title">
          {t(`site.headings.${headingOf(site, now)}`)}
        </h2>
        <LinkStateChip state={state} endsAt={link?.endsAt ?? null} now={now} />
      </div>
      {link && !gone ? <LinkClock link={link} now={now} /> : null}
      <p className="muted">
        {t(`site.explains.${explanationOf(site, now)}`)} {link?.state === 'uncertain' ? <TriesAgain link={link} now={now} /> : null} {link ? <ProofAge link={link} now={now} /> : null}
      </p>
      {link ? <Trouble link={link} now={now} /> : null}
      {link && gone ? <SameAccount account={link.account} /> : null}
      <SiteActions site={site} now={now} again={again} />
    </section>
  );
}

/** When the program tries an uncertain link again by itself. */
function TriesAgain({ link, now }: { readonly link: LinkView; readonly now: number }): ReactElement {
  const { t, i18n } = useTranslation();
  const { start } = useSession();
  const step = nextStep(link.nextAt, now, start.companyProblem !== null);
  return <strong>{t(`site.triesAgain.${step}`, { when: relativeTime(link.nextAt ?? now, now, i18n.language) })}</strong>;
}

function ProofAge({ link, now }: { readonly link: LinkView; readonly now: number }): ReactElement | null {
  const { t, i18n } = useTranslation();
  if (!link.proof) return null;
  const { at } = link.proof;
  return <>{t('site.provenAt', { when: dateTime(at, i18n.language), ago: relativeTime(at, now, i18n.language) })}</>;
}

/** What main says went wrong, unless a bar above says it of the whole laptop; without that, the reminder of a clock that has gone far. */
function Trouble({ link, now }: { readonly link: LinkView; readonly now: number }): ReactElement | null {
  const { start } = useSession();
  const above = [start.storageProblem?.code, start.companyProblem?.code];
  if (link.problem && above.includes(link.problem.code)) return null;
  if (link.problem) return <ProblemNote problem={link.problem} tone="warn" />;
  const stage = clockStage(link.endsAt, now);
  if (!isDueSoon(link.state, link.endsAt, now) || stage === 'over') return null;
  return <ProblemNote problem={{ code: 'L-40' }} tone={stage === 'urgent' ? 'bad' : 'warn'} />;
}
