import { DatabaseZap, Printer, Unlink2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { closeDialog, Dialog } from '../../components/dialog.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';
import { Consequence } from './consequence.tsx';

/** The way to erase a customer whose contract is over. */
export function EraseFile({ site }: { readonly site: SiteView }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className="unlink">
      <Button variant="stop" size="small" onClick={() => setOpen(true)}>{t('papers.eraseThis')}</Button>
      {open ? <EraseDialog site={site} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

/** The last question before everything about a customer goes. No key decides it: the way out has the focus. */
export function EraseDialog({ site, onClose }: { readonly site: SiteView; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { goTo, announce } = useSession();
  const erase = useAction('sites.erase');
  const now = (): void =>
    erase.run({ siteId: site.id }, () => {
      closeDialog();
      goTo({ name: 'sites', siteId: null });
      announce(t('papers.erased'));
    });
  return (
    <Dialog title={t('papers.eraseTitle', { site: site.name })} onClose={onClose}>
      <ul className="stack">
        <Consequence icon={Unlink2}>{t('papers.eraseLink')}</Consequence>
        <Consequence icon={DatabaseZap}>{t('papers.eraseData')}</Consequence>
        <Consequence icon={Printer}>{t('papers.eraseForever')}</Consequence>
      </ul>
      {erase.problem ? <ProblemNote problem={erase.problem} /> : null}
      <div className="actions">
        <Button variant="danger" disabled={erase.busy} onClick={now}>{t('papers.eraseConfirm')}</Button>
        <Button variant="quiet" data-first="" onClick={closeDialog}>{t('common.cancel')}</Button>
      </div>
    </Dialog>
  );
}
