import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteView } from '../../../electron/contract/views.ts';
import { dateTime } from '../../i18n/format.ts';
import { ConsentLine } from './consent-line.tsx';

/** What happened to the site, newest first. */
export function SiteHistory({ history, consent }: Pick<SiteView, 'history' | 'consent'>): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <section className="panel site-side" aria-labelledby="site-history">
      <h2 id="site-history">{t('site.history')}</h2>
      <ol className="history">
        {history.map((entry, index) => (
          <li key={`${entry.at} ${entry.event} ${index}`}>
            <span>{t(`site.events.${entry.event}`)}</span>
            {entry.who === undefined ? null : <span className="small">{entry.who}</span>}
            <time className="small muted" dateTime={new Date(entry.at).toISOString()}>
              {dateTime(entry.at, i18n.language)}
            </time>
          </li>
        ))}
      </ol>
      {consent ? <ConsentLine consent={consent} /> : null}
    </section>
  );
}
