import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteView } from '../../../electron/contract/views.ts';
import { call } from '../../client.ts';
import { TextField } from '../../components/field.tsx';
import { SaveState } from './save-state.tsx';
import { useAutosave } from './use-autosave.ts';

interface AppointmentProps {
  readonly site: SiteView;
  /** Asks for the site again. */
  readonly again: () => void;
}

/** When the visit is: a day, with a time where one was agreed. */
export function Appointment({ site, again }: AppointmentProps): ReactElement {
  const { t } = useTranslation();
  const visit = useAutosave(`visit ${site.id}`, site.visit, async (text) => {
    const kept = await call('sites.note', { siteId: site.id, visit: text });
    if (kept.ok) again();
    return kept;
  });
  const [day = '', time = ''] = visit.text.split('T');
  const change = (nextDay: string, nextTime: string): void => visit.change(nextDay === '' || nextTime === '' ? nextDay : `${nextDay}T${nextTime}`);
  return (
    <section className="panel" aria-labelledby="site-visit">
      <h2 id="site-visit">{t('visit.appointment')}</h2>
      <div className="visit-when">
        <TextField label={t('visit.day')} type="date" min="2000-01-01" max="2199-12-31" value={day} onChange={(event) => change(event.target.value, time)} onBlur={visit.save} />
        <TextField label={t('visit.time')} hint={t('visit.timeHint')} type="time" value={time} disabled={day === ''} onChange={(event) => change(day, event.target.value)} onBlur={visit.save} />
      </div>
      <SaveState {...visit} />
    </section>
  );
}
