import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteView } from '../../../electron/contract/views.ts';
import { call } from '../../client.ts';
import { Appointment } from './appointment.tsx';
import { Checklist } from './checklist.tsx';
import { Photos } from './photos.tsx';
import { SaveState } from './save-state.tsx';
import { useAutosave } from './use-autosave.ts';

interface PartProps {
  readonly site: SiteView;
  /** Asks for the site again. */
  readonly again: () => void;
}

/** What is done on a visit and written down about it. */
export function VisitPart({ site, again }: PartProps): ReactElement {
  return (
    <div className="site-main site-wide">
      <div className="visit-head">
        <Appointment site={site} again={again} />
        <Notes site={site} />
      </div>
      <Checklist siteId={site.id} />
      <Photos siteId={site.id} />
    </div>
  );
}

function Notes({ site }: { readonly site: SiteView }): ReactElement {
  const { t } = useTranslation();
  const notes = useAutosave(`notes ${site.id}`, site.notes, async (text) => call('sites.note', { siteId: site.id, notes: text }));
  return (
    <section className="panel" aria-labelledby="site-notes">
      <h2 id="site-notes">{t('book.notes')}</h2>
      <textarea className="input notes" aria-labelledby="site-notes" rows={5} maxLength={10_000} placeholder={t('book.notesHint')} value={notes.text}
        onChange={(event) => notes.change(event.target.value)} onBlur={notes.save} />
      <SaveState {...notes} />
    </section>
  );
}
