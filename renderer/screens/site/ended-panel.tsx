import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
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
      <EraseFile site={site} />
    </section>
  );
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
