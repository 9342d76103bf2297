import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemCode } from '../../../electron/contract/problems.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { closeDialog, Dialog } from '../../components/dialog.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { problemScreen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { PictureOf, type BrowserPicture } from './browser-pictures.tsx';
import { SeenPage, type Report } from './seen-page.tsx';

const PICTURES: readonly BrowserPicture[] = ['signInPage', 'error', 'blank', 'openApp', 'someoneElse', 'other'];
const TROUBLES = [['wrongPassword', 'L-21'], ['forgotten', 'L-22'], ['noAccount', 'L-23']] as const satisfies readonly (readonly [string, ProblemCode])[];

interface WhatDoYouSeeProps {
  readonly again: () => void;
  readonly openAgain: () => void;
  /** Opens the dialog for a pasted address in place of this one. */
  readonly paste: () => void;
  readonly onClose: () => void;
}

/**
 * What does the browser show? Each picture leads to what helps: some end the sign-in with the problem that fits, some only say what to
 * press, and then the sign-in goes on behind the page that explains it.
 */
export function WhatDoYouSee({ again, openAgain, paste, onClose }: WhatDoYouSeeProps): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  const [seen, setSeen] = useState<BrowserPicture | null>(null);
  const report = useAction('link.reportErrorPage');
  const end: Report['end'] = (page) => report.run({ page }, () => { again(); closeDialog(); });
  const explain = (code: ProblemCode): void => goTo(problemScreen({ code }, screen));
  const show = (): void => { openAgain(); closeDialog(); };
  const pick = (page: BrowserPicture): void => (page === 'someoneElse' ? end('someoneElse') : setSeen(page));
  return (
    <Dialog title={t('signIn.seeTitle')} onClose={onClose}>
      {seen === null ? <Pictures busy={report.busy} pick={pick} explain={explain} /> : <SeenPage page={seen} report={{ end, explain, show, paste, busy: report.busy }} />}
      {report.problem ? <ProblemNote problem={report.problem} /> : null}
      <div className="actions">
        {seen === null ? null : <Button variant="quiet" onClick={() => setSeen(null)}>{t('signIn.otherPicture')}</Button>}
        <Button variant="quiet" onClick={closeDialog}>{t('common.cancel')}</Button>
      </div>
    </Dialog>
  );
}

interface PicturesProps {
  readonly busy: boolean;
  readonly pick: (page: BrowserPicture) => void;
  readonly explain: (code: ProblemCode) => void;
}

function Pictures({ busy, pick, explain }: PicturesProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <div className="pictures">
        {PICTURES.map((page) => (
          <button key={page} type="button" className="choice choice-picture" disabled={busy} onClick={() => pick(page)}>
            <PictureOf page={page} />
            <strong>{t(`signIn.pages.${page}.title`)}</strong>
            <span className="small muted">{t(`signIn.pages.${page}.hint`)}</span>
          </button>
        ))}
      </div>
      <div className="stack-tight">
        <h3 className="small muted">{t('signIn.trouble')}</h3>
        <div className="row">
          {TROUBLES.map(([trouble, code]) => (
            <Button key={trouble} size="small" onClick={() => explain(code)}>{t(`signIn.troubles.${trouble}`)}</Button>
          ))}
        </div>
      </div>
    </>
  );
}
