import { CircleCheck, CircleQuestionMark, OctagonX, RefreshCw, Stethoscope, type LucideIcon } from 'lucide-react';
import { useEffect, useEffectEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/contract/problems.ts';
import type { DoctorReport } from '../../../electron/contract/readiness.ts';
import { useAction, useCall } from '../../client.ts';
import { useAge } from '../../clock.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import type { Tone } from '../../components/status-chip.tsx';
import { VerdictHead } from '../../components/verdict-head.tsx';
import { problemScreen, type Screen } from '../../navigation.ts';
import { useRerun } from '../../rerun.ts';
import { useSession } from '../../session.ts';
import { whenOf } from '../ready/ready-words.ts';
import { BrowserQuestion } from './browser-question.tsx';
import { DoctorSteps } from './doctor-steps.tsx';

type Headline = 'running' | 'empty' | 'fine' | 'unsure' | 'found';

const looks: Readonly<Record<Headline, readonly [Tone, LucideIcon]>> = {
  running: ['now', RefreshCw], empty: ['unknown', Stethoscope], fine: ['ok', CircleCheck], unsure: ['unknown', CircleQuestionMark], found: ['bad', OctagonX],
};

function headlineOf(report: DoctorReport | null, running: boolean): Headline {
  if (running) return 'running';
  if (!report) return 'empty';
  if (!report.problem) return 'fine';
  return report.problem.code === 'L-10' ? 'unsure' : 'found';
}

/** Network doctor: one verdict, who can help, and what was tried. It looks by itself when it has not looked yet. */
export function DoctorScreen({ back }: { readonly back: Screen }): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const view = useCall('doctor.view', undefined);
  const run = useAction('doctor.run');
  const look = (): void => run.run(undefined, view.again);
  const isUnseen = !view.loading && view.value === null;
  const begin = useEffectEvent(look);
  useEffect(() => {
    if (isUnseen) begin();
  }, [isUnseen]);
  useRerun(look);
  return (
    <Page back={{ label: t('common.back'), act: () => goTo(back) }}>
      {run.problem ? <ProblemNote problem={run.problem} /> : null}
      {view.loading ? null : <Report report={view.value} running={run.busy} look={look} again={view.again} />}
    </Page>
  );
}

interface ReportProps {
  readonly report: DoctorReport | null;
  readonly running: boolean;
  readonly look: () => void;
  readonly again: () => void;
}

function Report({ report, running, look, again }: ReportProps): ReactElement {
  const headline = headlineOf(report, running);
  return (
    <>
      <Head report={report} headline={headline} />
      <Actions report={report} headline={headline} look={look} />
      {report?.asksPerson && !running ? <BrowserQuestion report={report} again={again} /> : null}
      {report && !running ? <DoctorSteps report={report} /> : null}
    </>
  );
}

const UNKNOWN: Problem = { code: 'L-10' };

function Head({ report, headline }: { readonly report: DoctorReport | null; readonly headline: Headline }): ReactElement {
  const { t, i18n } = useTranslation();
  const now = useAge();
  const text = useProblemText((report?.problem ?? UNKNOWN).code);
  const [tone, icon] = looks[headline];
  const found = headline === 'found';
  const when = whenOf(t, i18n.language, report?.at ?? 0, now);
  const seen = report?.network ? t('doctor.seen', { when, network: report.network }) : t('doctor.seenNowhere', { when });
  return (
    <VerdictHead name={t('doctor.name')} title={found ? (text?.title ?? '') : t(`doctor.${headline}Title`)} tone={tone} icon={icon}>
      <p className="lead" role="status">{found ? (text?.effect ?? '') : t(`doctor.${headline}Lead`)}</p>
      {report && headline !== 'running' ? <p className="small muted">{seen}</p> : null}
    </VerdictHead>
  );
}

function Actions({ report, headline, look }: Pick<ReportProps, 'report' | 'look'> & { readonly headline: Headline }): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  const problem = report?.problem ?? null;
  const toPage = headline === 'found' && problem !== null;
  return (
    <div className="actions">
      {toPage ? (
        <Button variant="primary" enter onClick={() => goTo(problemScreen(problem, screen, report?.at))}>{t('doctor.whatToDo')}</Button>
      ) : null}
      <Button variant={toPage ? 'secondary' : 'primary'} enter={!toPage} disabled={headline === 'running'} onClick={look}>
        {report ? t('doctor.again') : t('doctor.run')}
      </Button>
      {report && headline !== 'running' ? <Button variant="quiet" onClick={() => goTo({ name: 'sheet', back: screen })}>{t('doctor.sheet')}</Button> : null}
    </div>
  );
}
