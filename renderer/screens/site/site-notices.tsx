import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDay, CONTRACT_REMINDER_DAYS, daysBetween } from '../../../electron/contract/calendar.ts';
import type { SiteView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { useAge } from '../../clock.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { calendarDate } from '../../i18n/calendar.ts';
import { shortDate } from '../../i18n/format.ts';
import { handoverScreen, type SiteTab } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { EndContract } from './end-contract.tsx';

interface NoticesProps {
  readonly site: SiteView;
  readonly tab: SiteTab;
  /** Asks for the site again. */
  readonly again: () => void;
}

/** What must not be forgotten about a site, above its parts: papers not handed over, a contract that ends or has ended. */
export function SiteNotices({ site, tab, again }: NoticesProps): ReactElement | null {
  if (site.endedAt !== null) return tab === 'visit' ? <Ended site={site} endedAt={site.endedAt} again={again} /> : null;
  return (
    <>
      <EndsSoon site={site} tab={tab} again={again} />
      {tab === 'link' ? <NoPapers site={site} /> : null}
    </>
  );
}

/** The two other parts say it in full. */
function Ended({ site, endedAt, again }: Omit<NoticesProps, 'tab'> & { readonly endedAt: number }): ReactElement {
  const { t, i18n } = useTranslation();
  const { announce } = useSession();
  const reopen = useAction('contract.reopen');
  const open = <Button variant="quiet" size="small" disabled={reopen.busy} onClick={() => reopen.run({ siteId: site.id }, () => { again(); announce(t('papers.reopened')); })}>{t('papers.reopen')}</Button>;
  return (
    <div className="site-wide stack">
      <Notice tone="unknown" action={open}>{t('papers.endedBar', { date: shortDate(endedAt, i18n.language) })}</Notice>
      {reopen.problem ? <ProblemNote problem={reopen.problem} /> : null}
    </div>
  );
}

function EndsSoon({ site, tab, again }: NoticesProps): ReactElement | null {
  const { t, i18n } = useTranslation();
  const { goTo } = useSession();
  const today = calendarDay(useAge());
  if (site.contractEndsOn === '') return null;
  const left = daysBetween(today, site.contractEndsOn);
  if (left > CONTRACT_REMINDER_DAYS) return null;
  const date = calendarDate(site.contractEndsOn, i18n.language);
  const toPapers = tab === 'papers' ? undefined : <Button variant="quiet" size="small" onClick={() => goTo({ name: 'sites', siteId: site.id, tab: 'papers' })}>{t('papers.toPapers')}</Button>;
  return (
    <div className="site-wide">
      {left < 0
        ? <Notice tone="warn" action={<EndContract site={site} again={again} variant="quiet" />}>{t('papers.isOver', { date })}</Notice>
        : <Notice tone="warn" action={toPapers}>{left === 0 ? t('papers.endsToday') : t('papers.endsSoon', { count: left, date })}</Notice>}
    </div>
  );
}

/** Only what is linked can be handed over; a link in trouble first says what to do about that. */
function NoPapers({ site }: Pick<NoticesProps, 'site'>): ReactElement | null {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  const state = site.link?.state;
  if (site.handedOverAt !== null || (state !== 'linked' && state !== 'linkedHomesUnreadable')) return null;
  return (
    <div className="site-wide">
      <Notice tone="unknown" action={<Button variant="quiet" size="small" onClick={() => goTo(handoverScreen(site.id, screen))}>{t('papers.make')}</Button>}>{t('papers.handoverOpen')}</Notice>
    </div>
  );
}
