import { CalendarX2, Laptop, Mail } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { closeDialog, Dialog } from '../../components/dialog.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';
import { Consequence } from './consequence.tsx';
import { EraseDialog } from './erase-file.tsx';

interface EndContractProps {
  readonly site: SiteView;
  /** Asks for the site again. */
  readonly again: () => void;
  readonly variant: 'stop' | 'quiet';
}

type Stage = 'closed' | 'asking' | 'erasing';

/** The end of a contract, asked for by a person: the link goes, the customer's file stays or goes. */
export function EndContract({ site, again, variant }: EndContractProps): ReactElement {
  const { t } = useTranslation();
  const [stage, setStage] = useState<Stage>('closed');
  const next = useRef<Stage>('closed');
  // The first question is closed by the browser's own way before the second opens, so that the focus finds its way back from both.
  const goOn = (to: Stage): void => {
    next.current = to;
    closeDialog();
  };
  const closed = (): void => {
    setStage(next.current);
    next.current = 'closed';
  };
  return (
    <>
      <Button variant={variant} size={variant === 'quiet' ? 'small' : 'normal'} onClick={() => setStage('asking')}>{t('papers.end')}</Button>
      {stage === 'asking' ? <EndDialog site={site} again={again} erase={() => goOn('erasing')} onClose={closed} /> : null}
      {stage === 'erasing' ? <EraseDialog site={site} onClose={closed} /> : null}
    </>
  );
}

interface EndDialogProps extends Omit<EndContractProps, 'variant'> {
  readonly erase: () => void;
  readonly onClose: () => void;
}

function EndDialog({ site, again, erase, onClose }: EndDialogProps): ReactElement {
  const { t } = useTranslation();
  const { goTo, announce } = useSession();
  const [file, setFile] = useState<'keep' | 'erase'>('keep');
  const end = useAction('contract.end');
  const endNow = (): void =>
    end.run({ siteId: site.id }, () => {
      closeDialog();
      again();
      goTo({ name: 'sites', siteId: site.id, tab: 'papers' });
      announce(t('papers.endedDone'));
    });
  return (
    <Dialog title={t('papers.endTitle', { site: site.name })} onClose={onClose}>
      <ul className="stack">
        <Consequence icon={Laptop}>{site.link ? t('papers.endHere') : t('papers.endNoLink')}</Consequence>
        <Consequence icon={CalendarX2}>{t('papers.endThere')}</Consequence>
        {file === 'keep' ? <Consequence icon={Mail}>{t('papers.endLetter')}</Consequence> : null}
      </ul>
      <fieldset className="stack-tight">
        <legend className="field-label">{t('papers.file')}</legend>
        {(['keep', 'erase'] as const).map((each) => (
          <FileChoice key={each} choice={each} on={file === each} take={() => setFile(each)} />
        ))}
      </fieldset>
      {end.problem ? <ProblemNote problem={end.problem} /> : null}
      <div className="actions">
        {file === 'keep' ? <Button variant="danger" disabled={end.busy} onClick={endNow}>{t('papers.endConfirm')}</Button> : <Button onClick={erase}>{t('papers.eraseNext')}</Button>}
        <Button variant="quiet" data-first="" onClick={closeDialog}>{t('common.cancel')}</Button>
      </div>
    </Dialog>
  );
}

function FileChoice({ choice, on, take }: { readonly choice: 'keep' | 'erase'; readonly on: boolean; readonly take: () => void }): ReactElement {
  const { t } = useTranslation();
  const hint = choice === 'keep' ? t('papers.keepHint') : t('papers.eraseHint');
  return (
    <label className="tick tick-tall">
      <input type="radio" name="file" checked={on} onChange={take} />
      <span className="stack-tight">
        {t(`papers.${choice}`)}
        <span className="small muted">{hint}</span>
      </span>
    </label>
  );
}
