import { CalendarX2, FolderCheck, Laptop } from 'lucide-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { closeDialog, Dialog } from '../../components/dialog.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';

interface UnlinkProps {
  readonly site: SiteView;
  /** Asks for the site again. */
  readonly again: () => void;
}

/** The end of a link, asked for by a person. */
export function Unlink({ site, again }: UnlinkProps): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className="unlink">
      <Button variant="stop" size="small" onClick={() => setOpen(true)}>
        {t('site.unlink')}
      </Button>
      {open ? <UnlinkDialog site={site} again={again} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function UnlinkDialog({ site, again, onClose }: UnlinkProps & { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const unlink = useAction('link.unlink');
  const end = (): void =>
    unlink.run({ siteId: site.id }, () => {
      closeDialog();
      again();
      announce(t('site.unlinked'));
    });
  return (
    <Dialog title={t('site.unlinkTitle', { site: site.name })} onClose={onClose}>
      <ul className="stack">
        <Consequence icon={<Laptop size={22} aria-hidden="true" />}>{t('site.unlinkHere')}</Consequence>
        <Consequence icon={<CalendarX2 size={22} aria-hidden="true" />}>{t('site.unlinkThere')}</Consequence>
        <Consequence icon={<FolderCheck size={22} aria-hidden="true" />}>{t('site.unlinkStays')}</Consequence>
      </ul>
      {unlink.problem ? <ProblemNote problem={unlink.problem} /> : null}
      <div className="actions">
        <Button variant="danger" disabled={unlink.busy} onClick={end}>{t('site.unlinkConfirm')}</Button>
        <Button variant="quiet" data-first="" onClick={closeDialog}>{t('common.cancel')}</Button>
      </div>
    </Dialog>
  );
}

function Consequence({ icon, children }: { readonly icon: ReactElement; readonly children: ReactNode }): ReactElement {
  return (
    <li className="remaining">
      {icon}
      <span>{children}</span>
    </li>
  );
}
