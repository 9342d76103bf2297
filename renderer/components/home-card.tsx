import { House } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HomeView } from '../../electron/contract/views.ts';
import { ProblemNote } from './problem-note.tsx';

const SHOWN_DEVICES = 6;

/** One home with what helps to recognise it: name, end of its id, count and names of devices. */
export function HomeCard({ home }: { readonly home: HomeView }): ReactElement {
  const { t } = useTranslation();
  return (
    <li className="home">
      <div className="row-between">
        <h2>
          <House size={22} aria-hidden="true" />
          {home.name ?? t('homes.noName')}
        </h2>
        <span className="small muted home-id">{t('homes.idEnds', { id: home.shortId })}</span>
      </div>
      <p className="muted">{home.deviceCount === null ? t('homes.devicesUnknown') : t('homes.devices', { count: home.deviceCount })}</p>
      <Devices home={home} />
      {home.problem ? <ProblemNote problem={home.problem} tone="warn" /> : null}
    </li>
  );
}

function Devices({ home }: { readonly home: HomeView }): ReactElement | null {
  const { t } = useTranslation();
  const shown = home.deviceNames.slice(0, SHOWN_DEVICES);
  const more = Math.max(home.deviceCount ?? 0, home.deviceNames.length) - shown.length;
  if (shown.length === 0) return null;
  return (
    <ul className="devices">
      {shown.map((name, index) => (
        <li key={`${index} ${name}`}>{name}</li>
      ))}
      {more > 0 ? (
        <li>
          <span aria-hidden="true">{t('homes.more', { count: more })}</span>
          <span className="visually-hidden">{t('homes.moreLabel', { count: more })}</span>
        </li>
      ) : null}
    </ul>
  );
}
