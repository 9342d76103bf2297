import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';
import { useDraft } from './use-draft.ts';

interface PartProps {
  readonly site: SiteView;
  /** Asks for the site again. */
  readonly again: () => void;
}

/** What the customer gets on paper, and the end of the contract. */
export function PapersPart({ site, again }: PartProps): ReactElement {
  return (
    <div className="site-main site-wide">
      <ContractEnd site={site} again={again} />
    </div>
  );
}

function ContractEnd({ site, again }: PartProps): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const save = useAction('sites.note');
  const draft = useDraft(site.contractEndsOn);
  const keep = (): void => save.run({ siteId: site.id, contractEndsOn: draft.text }, () => { again(); announce(t('book.saved')); });
  return (
    <section className="panel" aria-labelledby="site-contract">
      <h2 id="site-contract">{t('book.contract')}</h2>
      <TextField label={t('book.contractEndsOn')} hint={t('book.contractHint')} type="date" value={draft.text} onChange={(event) => draft.change(event.target.value)} />
      {save.problem ? <ProblemNote problem={save.problem} /> : null}
      <div className="actions">
        <Button disabled={save.busy || !draft.isChanged} onClick={keep}>{t('book.saveDate')}</Button>
      </div>
    </section>
  );
}
