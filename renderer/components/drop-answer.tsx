import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../client.ts';
import { useSession } from '../session.ts';
import { Button } from './button.tsx';
import { closeDialog, Dialog } from './dialog.tsx';
import { ProblemNote } from './problem-note.tsx';

interface CompanyFile {
  readonly name: string;
  readonly text: string;
}

/** What was dropped: a company file, or nothing that can be used here and why. */
export type Dropped = CompanyFile | { readonly refused: 'several' | 'foreign'; readonly name: string };

interface DropAnswerProps {
  readonly dropped: Dropped;
  readonly onClose: () => void;
}

/** What the window says to a file that was dropped onto it: whether to use it, or why it cannot. */
export function DropAnswer({ dropped, onClose }: DropAnswerProps): ReactElement {
  return 'refused' in dropped ? <Refused refused={dropped.refused} name={dropped.name} onClose={onClose} /> : <Ask dropped={dropped} onClose={onClose} />;
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
