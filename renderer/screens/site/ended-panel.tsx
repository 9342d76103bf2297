import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { yearsAfter } from '../../../electron/contract/calendar.ts';
import type { SiteView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { useAge } from '../../clock.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { longDate } from '../../i18n/calendar.ts';
import { shortDate } from '../../i18n/format.ts';
import { useSession } from '../../session.ts';
import { EraseFile } from './erase-file.tsx';
import { Tick } from './tick.tsx';

interface EndedPanelProps {
  readonly site: SiteView;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly endedAt: number;
  /** Asks for the site again. */
  readonly again: () => void;
}

/** A contract that is over: the letter, what is still open, and the ways on. */
export function EndedPanel({ site, endedAt, again }: EndedPanelProps): ReactElement {
  const { t, i18n } = useTranslation();
  const { goTo, screen, announce } = useSession();
  const reopen = useAction('contract.reopen');
  return (
    <section className="panel panel-lead" aria-labelledby="site-ended">
      <h2 id="site-ended" className="state-title">{t('papers.ended')}</h2>
      <p className="muted">{t('papers.endedOn', { date: shortDate(endedAt, i18n.language) })}</p>
      <p>{t('papers.letterLead', { language: t(`languages.${site.customerLanguage}`) })}</p>
      <div className="actions">
        <Button variant="primary" enter onClick={() => goTo({ name: 'paper', siteId: site.id, paper: 'letter', back: screen })}>{t('papers.makeLetter')}</Button>
        <Button disabled={reopen.busy} onClick={() => reopen.run({ siteId: site.id }, () => { again(); announce(t('papers.reopened')); })}>{t('papers.reopen')}</Button>
      </div>
      {reopen.problem ? <ProblemNote problem={reopen.problem} /> : null}
      <GuestTick site={site} again={again} />
      <TimeToErase endedAt={endedAt} />
      <EraseFile site={site} />
    </section>
  );
}

/** How long this file was to be kept. Nothing goes by itself: when the time is over, a person is asked. */
function TimeToErase({ endedAt }: Pick<EndedPanelProps, 'endedAt'>): ReactElement | null {
  const { t, i18n } = useTranslation();
  const { eraseAskYears: years } = useSession().start.settings;
  const now = useAge();
  if (years === 0) return null;
  const until = yearsAfter(endedAt, years);
  if (now < until) return <p className="small muted">{t('keeping.until', { date: longDate(until, i18n.language) })}</p>;
  return <Notice tone="warn">{t('keeping.over', { count: years, date: longDate(until, i18n.language) })}</Notice>;
}

function GuestTick({ site, again }: Omit<EndedPanelProps, 'endedAt'>): ReactElement {
  const { t, i18n } = useTranslation();
  const { announce } = useSession();
  const note = useAction('contract.guestRemoved');
  const hint = site.guestRemovedAt === null ? t('papers.guestHint') : t('papers.guestOn', { date: shortDate(site.guestRemovedAt, i18n.language) });
  return (
    <>
      <Tick label={t('papers.guest')} hint={hint} on={site.guestRemovedAt !== null} disabled={note.busy}
        set={(removed) => note.run({ siteId: site.id, removed }, () => { again(); announce(t('papers.guestNoted')); })} />
      {note.problem ? <ProblemNote problem={note.problem} /> : null}
    </>
  );
}
