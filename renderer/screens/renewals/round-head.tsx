import { Building2, CalendarClock, CircleCheck, CircleDashed, CirclePause, Hourglass, RefreshCw, ShieldCheck, TriangleAlert, WifiOff, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RenewalsView } from '../../../electron/contract/views.ts';
import { useAge } from '../../clock.ts';
import { Landing } from '../../components/landing.tsx';
import type { Tone } from '../../components/status-chip.tsx';
import { shortDate } from '../../i18n/format.ts';
import { figuresOf, leadOf, spokenDone, type Headline } from './round-words.ts';

const looks: Readonly<Record<Headline, readonly [Tone, LucideIcon]>> = {
  none: ['unknown', CircleDashed], safe: ['ok', ShieldCheck], partlySafe: ['warn', TriangleAlert], due: ['warn', CalendarClock],
  running: ['now', RefreshCw], paused: ['unknown', CirclePause], internet: ['unknown', WifiOff], office: ['bad', Building2],
  waiting: ['warn', Hourglass], storage: ['bad', Hourglass],
  done: ['ok', CircleCheck], doneSome: ['ok', CircleCheck], doneTrouble: ['warn', TriangleAlert], doneMany: ['ok', CircleCheck],
};

interface RoundHeadProps {
  readonly view: RenewalsView;
  readonly headline: Headline;
}

/** The state of all links in one large sentence, and how far a round is. */
export function RoundHead({ view, headline }: RoundHeadProps): ReactElement {
  const { t, i18n } = useTranslation();
  const { lead, count } = leadOf(view, headline, useAge());
  const [tone, Icon] = looks[headline];
  return (
    <header className="round-head">
      <span className={`round-icon tone-${tone}`}>
        <Icon size={32} strokeWidth={2} aria-hidden="true" />
      </span>
      <div className="stack-tight">
        <Landing className="round-title">
          <span className="round-name">{t('renewals.name')}</span> {t(`renewals.titles.${headline}`, { ...figuresOf(view, headline) })}
        </Landing>
        <p className="lead">{t(`renewals.leads.${lead}`, { count, date: shortDate(view.nextAt ?? 0, i18n.language) })}</p>
      </div>
      {view.round === 'idle' ? null : <Progress view={view} headline={headline} />}
    </header>
  );
}

function Progress({ view, headline }: RoundHeadProps): ReactElement {
  const { t } = useTranslation();
  const { done, total } = view;
  const spoken = headline === 'running' ? t('renewals.progressText', { done: spokenDone(done, total), total }) : t(`renewals.titles.${headline}`, { ...figuresOf(view, headline) });
  return (
    <div className="round-progress">
      <progress className={`progress progress-round${view.round === 'running' ? '' : view.round === 'done' ? ' progress-over' : ' progress-still'}`} aria-label={t('renewals.progress')} max={Math.max(1, total)} value={done} />
      <span className="round-figure" aria-hidden="true">
        {t('renewals.progressText', { done, total })}
      </span>
      <span role="status" className="visually-hidden">
        {spoken}
      </span>
    </div>
  );
}
