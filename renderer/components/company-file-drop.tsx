import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../client.ts';
import { useSession } from '../session.ts';
import { Button } from './button.tsx';
import { closeDialog, Dialog } from './dialog.tsx';
import { ProblemNote } from './problem-note.tsx';

/** Characters; a company file has fewer than 2,000. Larger ones are told as such by main, which refuses them. */
const LONGEST = 50_000;
const isCompanyFile = ({ name }: File): boolean => /\.(?:liaison|json)$/iu.test(name);

interface Dropped {
  readonly name: string;
  readonly text: string;
}

/** A company file that is dropped anywhere on the window; it is asked once before it is used. Other files are left to the screens that take them. */
export function CompanyFileDrop(): ReactElement | null {
  const [dropped, setDropped] = useState<Dropped | null>(null);
  useDrop(setDropped);
  return dropped ? <Ask dropped={dropped} onClose={() => setDropped(null)} /> : null;
}

function useDrop(take: (dropped: Dropped) => void): void {
  useEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      // A screen that takes files itself has said so.
      if (event.defaultPrevented) return;
      event.preventDefault();
      const file = [...(event.dataTransfer?.files ?? [])].find(isCompanyFile);
      if (file && !document.querySelector('dialog[open]')) void file.slice(0, LONGEST + 1).text().then((text) => take({ name: file.name, text }));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [take]);
}

function Ask({ dropped, onClose }: { readonly dropped: Dropped; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { goTo, announce, refresh } = useSession();
  const bring = useAction('profile.importText');
  const use = (): void =>
    bring.run({ text: dropped.text }, () => {
      closeDialog();
      refresh();
      goTo({ name: 'credentials', form: false });
      announce(t('credentials.imported'));
    });
  return (
    <Dialog title={t('drop.title')} onClose={onClose}>
      <p>{t('drop.lead', { file: dropped.name })}</p>
      {bring.problem ? <ProblemNote problem={bring.problem} /> : null}
      <div className="actions">
        <Button variant="primary" disabled={bring.busy} onClick={use}>{t('drop.use')}</Button>
        <Button variant="quiet" data-first="" onClick={closeDialog}>{t('common.cancel')}</Button>
      </div>
    </Dialog>
  );
}
