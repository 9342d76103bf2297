import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Argument } from '../../../electron/contract/calls.ts';
import type { ProblemCode } from '../../../electron/contract/problems.ts';
import { Button } from '../../components/button.tsx';
import { closeDialog } from '../../components/dialog.tsx';
import { RichText } from '../../components/rich-text.tsx';
import { PictureOf, type BrowserPicture } from './browser-pictures.tsx';

/** What can be done about a page that was seen. */
export interface Report {
  /** Ends the sign-in with the problem that fits. */
  readonly end: (page: Argument<'link.reportErrorPage'>['page']) => void;
  /** Goes to a problem page; the sign-in goes on. */
  readonly explain: (code: ProblemCode) => void;
  readonly show: () => void;
  readonly paste: () => void;
  readonly busy: boolean;
}

interface SeenProps {
  readonly page: BrowserPicture;
  readonly report: Report;
}

/** What to do about the page that was chosen. */
export function SeenPage({ page, report }: SeenProps): ReactElement {
  switch (page) {
    case 'error':
      return <WhichError report={report} />;
    case 'blank':
      return <Blank report={report} />;
    case 'openApp':
      return <OpenApp report={report} />;
    case 'other':
      return <Other report={report} />;
    default:
      return <Fine />;
  }
}

interface AdviceProps {
  readonly page: BrowserPicture;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Advice({ page, title, text, children }: AdviceProps): ReactElement {
  return (
    <section className="advice stack">
      <div className="advice-head">
        <PictureOf page={page} />
        <div className="stack-tight">
          <h3>{title}</h3>
          <p className="muted">
            <RichText text={text} />
          </p>
        </div>
      </div>
      {children}
    </section>
  );
}

function Fine(): ReactElement {
  const { t } = useTranslation();
  return (
    <Advice page="signInPage" title={t('signIn.fineTitle')} text={t('signIn.fine')}>
      <div className="actions">
        <Button variant="primary" onClick={closeDialog}>{t('signIn.fineClose')}</Button>
      </div>
    </Advice>
  );
}

const ERRORS = ['replyUrl', 'internalError', 'otherError'] as const;

function WhichError({ report }: Pick<SeenProps, 'report'>): ReactElement {
  const { t } = useTranslation();
  return (
    <Advice page="error" title={t('signIn.errorWhich')} text={t('signIn.errorLead')}>
      <div className="choices">
        {ERRORS.map((error) => (
          <button key={error} type="button" className="choice" disabled={report.busy} onClick={() => report.end(error)}>
            <strong>{t(`signIn.errors.${error}.title`)}</strong>
            <span className="small muted">{t(`signIn.errors.${error}.hint`)}</span>
          </button>
        ))}
      </div>
    </Advice>
  );
}

function Blank({ report }: Pick<SeenProps, 'report'>): ReactElement {
  const { t } = useTranslation();
  return (
    <Advice page="blank" title={t('signIn.blankTitle')} text={t('signIn.blankLead')}>
      <div className="actions">
        <Button variant="primary" onClick={report.show}>{t('signIn.blankAgain')}</Button>
        <Button disabled={report.busy} onClick={() => report.end('blank')}>{t('signIn.blankStill')}</Button>
      </div>
    </Advice>
  );
}

function OpenApp({ report }: Pick<SeenProps, 'report'>): ReactElement {
  const { t } = useTranslation();
  return (
    <Advice page="openApp" title={t('signIn.openAppTitle')} text={t('signIn.openAppLead')}>
      <div className="actions">
        <Button variant="primary" onClick={closeDialog}>{t('signIn.openAppDone')}</Button>
        <Button onClick={() => report.explain('L-32')}>{t('signIn.openAppRefused')}</Button>
      </div>
    </Advice>
  );
}

function Other({ report }: Pick<SeenProps, 'report'>): ReactElement {
  const { t } = useTranslation();
  return (
    <Advice page="other" title={t('signIn.otherTitle')} text={t('signIn.otherLead')}>
      <div className="actions">
        <Button variant="primary" onClick={report.show}>{t('link.openAgain')}</Button>
        <Button onClick={report.paste}>{t('link.pasteAddress')}</Button>
        <Button variant="quiet" onClick={() => report.explain('L-12')}>{t('signIn.otherHelp')}</Button>
      </div>
    </Advice>
  );
}
