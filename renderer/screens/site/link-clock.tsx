import { RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkView } from '../../../electron/contract/views.ts';
import { CLOCK_MARKS, clockDay, clockStage, type ClockStage } from '../../components/clock-stage.ts';
import { daysUntil, shortDate } from '../../i18n/format.ts';
import { useSession } from '../../session.ts';
import { nextStep } from './state-words.ts';

const tones: Readonly<Record<ClockStage, string>> = { calm: '', soon: ' progress-warn', urgent: ' progress-bad', over: ' progress-bad' };

/** The 90 days of a link as a bar with its marks. `now` in milliseconds since 1970-01-01 UTC. */
export function LinkClock({ link, now }: { readonly link: LinkView; readonly now: number }): ReactElement {
  const { t, i18n } = useTranslation();
  const stage = clockStage(link.endsAt, now);
  const day = clockDay(link.endsAt, now);
  const length = Math.max(1, link.endsAt - link.renewedAt);
  const passed = Math.min(length, Math.max(0, now - link.renewedAt));
  return (
    <div className="clock">
      <strong>{stage === 'over' ? t('site.ended') : t('site.endsIn', { count: daysUntil(link.endsAt, now) })}</strong>
      <div className="clock-bar">
        <progress className={`progress${tones[stage]}`} aria-label={t('site.clock')} aria-valuetext={t('site.clockDay', { day })} max={length} value={passed} />
        <ol className="clock-marks" aria-hidden="true">
          {CLOCK_MARKS.map((mark) => (
            <li key={mark} className={`clock-mark clock-mark-${mark}`}>
              {t('site.mark', { day: mark })}
            </li>
          ))}
        </ol>
      </div>
      <div className="ticks">
        <span>{t('site.renewedOn', { date: shortDate(link.renewedAt, i18n.language) })}</span>
        <span>{t('site.endsOn', { date: shortDate(link.endsAt, i18n.language) })}</span>
      </div>
      <RenewsByItself link={link} now={now} />
    </div>
  );
}

/** When a link that is fine renews by itself. */
function RenewsByItself({ link, now }: { readonly link: LinkView; readonly now: number }): ReactElement | null {
  const { t, i18n } = useTranslation();
  const { start } = useSession();
  const step = nextStep(link.nextAt, now, start.companyProblem !== null);
  if ((link.state !== 'linked' && link.state !== 'linkedHomesUnreadable') || step === 'never') return null;
  return (
    <p className="clock-next">
      <RefreshCw size={18} aria-hidden="true" />
      {t(`site.renews.${step}`, { date: shortDate(link.nextAt ?? now, i18n.language) })}
    </p>
  );
}
