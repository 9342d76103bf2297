import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../client.ts';
import { useSession } from '../session.ts';
import { Button } from './button.tsx';
import { closeDialog, Dialog } from './dialog.tsx';
import { ProblemNote } from './problem-note.tsx';

/** Characters; a company file has fewer than 2,000. Larger ones are told as such by main, which refuses them. */
const LONGEST = 50_000;
const isCompanyFile = ({ name }: File): boolean => /\.(?:liaison|json)$/iu.test(name);
const isTakeover = ({ name }: File): boolean => /\.liaison-sites$/iu.test(name);

interface CompanyFile {
  readonly name: string;
  readonly text: string;
}

/** What was dropped: a company file, or nothing that can be used here and why. */
type Dropped = CompanyFile | { readonly refused: 'several' | 'foreign'; readonly name: string };

/** A company file, or the sites of a colleague, dropped anywhere on the window. Nothing is used before a person says so. Other files are left to the screens that take them. */
export function FileDrop(): ReactElement | null {
  const { goTo, screen } = useSession();
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const take = useEffectEvent((files: readonly File[]): void => {
    const [file] = files;
    if (!file) return;
    const refused = (why: 'several' | 'foreign'): void => setDropped({ refused: why, name: file.name });
    if (files.length > 1) return refused('several');
    if (isTakeover(file)) return goTo({ name: 'takeover', siteId: null, dropped: file, back: screen.name === 'takeover' ? screen.back : screen });
    if (!isCompanyFile(file)) return refused('foreign');
    return void file.slice(0, LONGEST + 1).text().then((text) => setDropped({ name: file.name, text }));
  });
  useEffect(() => hearDrops(take), []);
  const close = (): void => setDropped(null);
  if (!dropped) return null;
  return 'refused' in dropped ? <Refused refused={dropped.refused} name={dropped.name} onClose={close} /> : <Ask dropped={dropped} onClose={close} />;
}

/** Calls `take` with the files of each drop that no screen took and no dialog is open for; the returned function ends that. */
function hearDrops(take: (files: readonly File[]) => void): () => void {
  const over = (event: DragEvent): void => event.preventDefault();
  const drop = (event: DragEvent): void => {
    // A screen that takes files itself has said so.
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (!document.querySelector('dialog[open]')) take([...(event.dataTransfer?.files ?? [])]);
  };
  window.addEventListener('dragover', over);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', drop);
  };
}

function Refused({ refused, name, onClose }: { readonly refused: 'several' | 'foreign'; readonly name: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog title={refused === 'several' ? t('drop.several') : t('drop.foreign', { file: name })} onClose={onClose}>
      <p>{t('drop.whatFits')}</p>
      <ul className="bullets">
        {(['company', 'sites', 'photos', 'days'] as const).map((each) => <li key={each}>{t(`drop.fits.${each}`)}</li>)}
      </ul>
      <div className="actions">
        <Button data-first="" onClick={closeDialog}>{t('drop.understood')}</Button>
      </div>
    </Dialog>
  );
}

function Ask({ dropped, onClose }: { readonly dropped: CompanyFile; readonly onClose: () => void }): ReactElement {
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
