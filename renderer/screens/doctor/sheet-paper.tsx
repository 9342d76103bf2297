import i18next, { type TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorReport } from '../../../electron/contract/readiness.ts';
import { doctor, sheet } from '../../i18n/en/ready.ts';
import { dateTime } from '../../i18n/format.ts';
import { useProblemText } from '../../components/problem-text.ts';
import { useSession } from '../../session.ts';
import { isTrouble, placeOf } from './doctor-steps.tsx';

/** English is always there for this sheet, whatever the language of the app: whoever runs the network may read no other of ours. */
function englishTexts(): TFunction {
  i18next.addResourceBundle('en', 'translation', { sheet, doctor }, true, false);
  return i18next.getFixedT('en');
}

interface SheetProps {
  readonly report: DoctorReport;
}

/** One page in English, and one in the language of the app. Nothing of a customer and no secret is in the report it is made of. */
export function SheetPaper({ report }: SheetProps): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Paper report={report} t={englishTexts()} language="en" />
      {i18n.language === 'en' ? null : <Paper report={report} t={t} language={i18n.language} />}
    </>
  );
}

interface PaperProps extends SheetProps {
  readonly t: TFunction;
  readonly language: string;
}

function Paper({ report, t, language }: PaperProps): ReactElement {
  const { start } = useSession();
  return (
    <article className="paper" lang={language}>
      {start.mode === 'practice' ? <p className="paper-practice">{t('sheet.practice')}</p> : null}
      <h2 className="paper-title">{t('sheet.title')}</h2>
      <p>{report.problem ? t('sheet.lead') : t('sheet.leadFine')}</p>
      <Facts report={report} t={t} language={language} />
      <h3>{t('sheet.allow')}</h3>
      <Hosts report={report} t={t} />
      <p>{t('sheet.rules')}</p>
      <h3>{t('sheet.blocked')}</h3>
      <Blocked report={report} t={t} language={language} />
      <p className="paper-foot">{t('sheet.foot', { version: start.version })}</p>
    </article>
  );
}

function Facts({ report, t, language }: PaperProps): ReactElement {
  const { start } = useSession();
  const { i18n } = useTranslation();
  const text = useProblemText(report.problem?.code ?? 'L-10');
  // The catalogue of problems is loaded in the language of the app alone; the code means the same in all.
  const title = language === i18n.language ? (text?.title ?? '') : '';
  const facts: readonly (readonly [string, string])[] = [
    ...(start.companyName ? [[t('sheet.company'), start.companyName] as const] : []),
    [t('sheet.seen'), dateTime(report.at, language)],
    [t('sheet.network'), report.network ?? t('sheet.noNetwork')],
    [t('sheet.result'), report.problem ? `${report.problem.code} ${title}` : t('sheet.resultFine')],
    [t('sheet.proxy'), report.proxy ?? t('sheet.noProxy')],
    [t('sheet.issuer'), report.issuer ?? t('sheet.noIssuer')],
  ];
  return (
    <dl className="paper-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

function Hosts({ report, t }: Omit<PaperProps, 'language'>): ReactElement {
  return (
    <table>
      <thead>
        <tr>
          {(['host', 'port', 'protocol', 'usedFor'] as const).map((column) => (
            <th key={column} scope="col">{t(`sheet.${column}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.hosts.map(({ host, port, use }) => (
          <tr key={`${host}:${String(port)}`}>
            <td>{host}</td>
            <td>{port}</td>
            <td>{LOOPBACK.includes(host) ? t('sheet.http') : t('sheet.https')}</td>
            <td>{t(`sheet.use.${use}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Blocked({ report, t, language }: PaperProps): ReactElement {
  const steps = report.steps.filter((step) => isTrouble(step));
  if (steps.length === 0) return <p>{t('sheet.nothingBlocked')}</p>;
  return (
    <table>
      <thead>
        <tr>
          {(['time', 'step', 'host', 'outcome'] as const).map((column) => (
            <th key={column} scope="col">{t(`sheet.${column}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={index}>
            <td>{dateTime(step.at, language)}</td>
            <td>{t(`doctor.what.${step.what}`)}</td>
            <td>{placeOf(step)}</td>
            <td>{t(`doctor.outcomes.${step.outcome}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
