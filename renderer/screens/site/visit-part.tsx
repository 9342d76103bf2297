import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';
import { useDraft } from './use-draft.ts';

interface PartProps {
  readonly site: SiteView;
  /** Asks for the site again. */
  readonly again: () => void;
}

/** What is done on a visit and written down about it. */
export function VisitPart({ site, again }: PartProps): ReactElement {
  return (
    <div className="site-main site-wide">
      <Notes site={site} again={again} />
    </div>
  );
}

function Notes({ site, again }: PartProps): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const save = useAction('sites.note');
  const draft = useDraft(site.notes);
  const keep = (): void => save.run({ siteId: site.id, notes: draft.text }, () => { again(); announce(t('book.saved')); });
  return (
    <section className="panel" aria-labelledby="site-notes">
      <h2 id="site-notes">{t('book.notes')}</h2>
      <textarea className="input notes" aria-labelledby="site-notes" rows={6} maxLength={10_000} placeholder={t('book.notesHint')} value={draft.text} onChange={(event) => draft.change(event.target.value)} />
      {save.problem ? <ProblemNote problem={save.problem} /> : null}
      <div className="actions">
        <Button disabled={save.busy || !draft.isChanged} onClick={keep}>{t('book.saveNotes')}</Button>
      </div>
    </section>
  );
}
