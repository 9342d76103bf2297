import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/contract/problems.ts';
import type { SiteView } from '../../../electron/contract/views.ts';
import { call } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { textsIn } from '../../i18n/index.ts';
import { useSession } from '../../session.ts';
import { customerText } from './customer-text.ts';

/** What became of it: the name of the saved file, '' when the dialog was closed, or why it was refused. */
type Outcome = { readonly saved: string } | { readonly problem: Problem };

async function exportFile(site: SiteView, company: string): Promise<Outcome> {
  const [checklist, photos, texts] = await Promise.all([call('visit.checklist', { siteId: site.id }), call('visit.photos', { siteId: site.id }), textsIn(site.customerLanguage)]);
  if (!checklist.ok) return { problem: checklist.problem };
  if (!photos.ok) return { problem: photos.problem };
  const text = customerText(texts, site.customerLanguage, { company, site, checks: checklist.value.items, photos: photos.value, now: Date.now() });
  const saved = await call('customer.save', { siteId: site.id, text });
  return saved.ok ? { saved: saved.value ?? '' } : { problem: saved.problem };
}

/** The way to everything that is kept about a customer, in one file for the customer. */
export function ExportFile({ site }: { readonly site: SiteView }): ReactElement {
  const { t } = useTranslation();
  const { start, announce } = useSession();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({ saved: '' });
  const press = (): void => {
    setBusy(true);
    void exportFile(site, start.companyName ?? '').then((found) => {
      setBusy(false);
      setOutcome(found);
      if ('saved' in found && found.saved !== '') announce(t('papers.saved', { name: found.saved }));
    });
  };
  return (
    <section className="panel" aria-labelledby="site-export">
      <h2 id="site-export">{t('keeping.export')}</h2>
      <p className="muted">{t('keeping.exportLead', { language: t(`languages.${site.customerLanguage}`) })}</p>
      {'problem' in outcome ? <ProblemNote problem={outcome.problem} /> : null}
      <div className="actions">
        <Button disabled={busy} onClick={press}>{t('keeping.exportNow')}</Button>
        {'saved' in outcome && outcome.saved !== '' ? <span className="small muted">{t('papers.saved', { name: outcome.saved })}</span> : null}
      </div>
    </section>
  );
}
