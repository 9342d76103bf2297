import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { shortDate } from '../../i18n/format.ts';
import { handoverScreen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { EndContract } from './end-contract.tsx';
import { EndedPanel } from './ended-panel.tsx';
import { ExportFile } from './export-file.tsx';
import { Tick } from './tick.tsx';
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
      {site.endedAt === null ? <Handover site={site} again={again} /> : <EndedPanel site={site} endedAt={site.endedAt} again={again} />}
      {site.endedAt === null ? <Contract site={site} again={again} /> : null}
      <ExportFile site={site} />
      <GiveAway siteId={site.id} />
    </div>
  );
}

function Handover({ site, again }: PartProps): ReactElement {
  const { t, i18n } = useTranslation();
  const { goTo, announce, screen } = useSession();
  const note = useAction('handover.done');
  const tick = (done: boolean): void => note.run({ siteId: site.id, done }, () => { again(); announce(done ? t('papers.noted') : t('papers.notNoted')); });
  const hint = site.handedOverAt === null ? t('papers.notHandedOver') : t('papers.handedOverOn', { date: shortDate(site.handedOverAt, i18n.language) });
  return (
    <section className="panel" aria-labelledby="site-handover">
      <h2 id="site-handover">{t('papers.handover')}</h2>
      <p className="muted">{t('papers.handoverLead', { language: t(`languages.${site.customerLanguage}`) })}</p>
      <div className="actions">
        <Button variant="primary" enter onClick={() => goTo(handoverScreen(site.id, screen))}>{t('papers.make')}</Button>
      </div>
      <Tick label={t('papers.handedOver')} hint={hint} on={site.handedOverAt !== null} disabled={note.busy} set={tick} />
      {note.problem ? <ProblemNote problem={note.problem} /> : null}
    </section>
  );
}

function Contract({ site, again }: PartProps): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const save = useAction('sites.note');
  const draft = useDraft(site.contractEndsOn);
  const keep = (): void => save.run({ siteId: site.id, contractEndsOn: draft.text }, () => { again(); announce(t('book.saved')); });
  return (
    <section className="panel" aria-labelledby="site-contract">
      <h2 id="site-contract">{t('book.contract')}</h2>
      <div className="contract-day">
        <TextField label={t('book.contractEndsOn')} hint={t('book.contractHint')} type="date" max="9999-12-31" value={draft.text} onChange={(event) => draft.change(event.target.value)} />
      </div>
      {save.problem ? <ProblemNote problem={save.problem} /> : null}
      <div className="actions">
        <Button disabled={save.busy || !draft.isChanged} onClick={keep}>{t('book.saveDate')}</Button>
        <EndContract site={site} again={again} variant="stop" />
      </div>
    </section>
  );
}

/** The way to a file for a colleague's laptop. */
function GiveAway({ siteId }: { readonly siteId: string }): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  return (
    <div className="actions">
      <Button variant="quiet" onClick={() => goTo({ name: 'takeover', siteId, back: screen })}>{t('takeover.openOne')}</Button>
    </div>
  );
}
