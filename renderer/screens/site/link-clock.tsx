import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkView } from '../../../electron/contract/views.ts';
import { DUE_SOON_DAYS } from '../../components/link-state.tsx';
import { daysUntil, shortDate } from '../../i18n/format.ts';

/** The 90 days of a link as a bar. `now` in milliseconds since 1970-01-01 UTC. */
export function LinkClock({ link, now }: { readonly link: LinkView; readonly now: number }): ReactElement {
  const { t, i18n } = useTranslation();
  const left = daysUntil(link.endsAt, now);
  const tone = left === 0 ? ' progress-bad' : left <= DUE_SOON_DAYS ? ' progress-warn' : '';
  const length = Math.max(1, link.endsAt - link.renewedAt);
  const passed = Math.min(length, Math.max(0, now - link.renewedAt));
  return (
    <div className="stack-tight">
      <strong>{left === 0 ? t('site.ended') : t('site.endsIn', { count: left })}</strong>
      <div>
        <progress className={`progress${tone}`} aria-label={t('site.clock')} max={length} value={passed} />
        <div className="ticks">
          <span>{t('site.renewedOn', { date: shortDate(link.renewedAt, i18n.language) })}</span>
          <span>{t('site.endsOn', { date: shortDate(link.endsAt, i18n.language) })}</span>
        </div>
      </div>
    </div>
  );
}
