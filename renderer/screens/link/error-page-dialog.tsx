import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { closeDialog, Dialog } from '../../components/dialog.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';

const PAGES = ['replyUrl', 'internalError', 'otherError', 'blank'] as const;

interface ErrorPageDialogProps {
  readonly again: () => void;
  readonly onClose: () => void;
}

/** What does the browser show? The answer ends this sign-in with the problem that fits. */
export function ErrorPageDialog({ again, onClose }: ErrorPageDialogProps): ReactElement {
  const { t } = useTranslation();
  const report = useAction('link.reportErrorPage');
  return (
    <Dialog title={t('link.errorTitle')} onClose={onClose}>
      <p className="muted">{t('link.errorLead')}</p>
      <div className="choices">
        {PAGES.map((page) => (
          <button key={page} type="button" className="choice" disabled={report.busy} onClick={() => report.run({ page }, () => { again(); closeDialog(); })}>
            <strong>{t(`link.errorPages.${page}.title`)}</strong>
            <span className="small muted">{t(`link.errorPages.${page}.hint`)}</span>
          </button>
        ))}
      </div>
      {report.problem ? <ProblemNote problem={report.problem} /> : null}
      <div className="actions">
        <Button variant="quiet" onClick={closeDialog}>
          {t('common.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
