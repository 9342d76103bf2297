import { CircleCheck, CircleQuestionMark, ClipboardCheck, OctagonX, RefreshCw, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadinessView } from '../../../electron/contract/readiness.ts';
import { useAction, useCall } from '../../client.ts';
import { useAge } from '../../clock.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import type { Tone } from '../../components/status-chip.tsx';
import { VerdictHead } from '../../components/verdict-head.tsx';
import type { Screen } from '../../navigation.ts';
import { useRerun } from '../../rerun.ts';
import { useSession } from '../../session.ts';
import { LoopPanel } from './loop-panel.tsx';
import { ReadyLines } from './ready-lines.tsx';
import { stampOf } from './ready-words.ts';

type Headline = ReadinessView['overall'] | 'running';

const looks: Readonly<Record<Headline, readonly [Tone, LucideIcon]>> = {
  never: ['unknown', ClipboardCheck], running: ['now', RefreshCw], ready: ['ok', CircleCheck], almost: ['warn', TriangleAlert],
  unsure: ['unknown', CircleQuestionMark], notReady: ['bad', OctagonX],
};

/** Ready for site: prove that this laptop can link, before the visit. */
export function ReadyScreen({ back }: { readonly back: Screen }): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const view = useCall('readiness.view', undefined);
  const run = useAction('readiness.run');
  const check = (): void => run.run(undefined, view.again);
  useRerun(check);
  const problem = view.problem ?? run.problem;
  const label = back.name === 'sites' && back.siteId === null ? t('common.backToSites') : t('common.back');
  return (
    <Page back={{ label, act: () => goTo(back) }}>
      {problem ? <ProblemNote problem={problem} /> : null}
      {view.value ? <Overview view={{ ...view.value, running: view.value.running || run.busy }} check={check} again={view.again} /> : null}
    </Page>
  );
}

interface OverviewProps {
  readonly view: ReadinessView;
  readonly check: () => void;
  readonly again: () => void;
}

function Overview({ view, check, again }: OverviewProps): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen, start } = useSession();
  // When only the way back is missing, that test is the next thing to do.
  const loopFirst = view.overall === 'almost' && view.stale === null && !view.running;
  return (
    <>
      <Head view={view} />
      {view.stale && !view.running ? <Notice tone="warn">{t(`ready.stale.${view.stale}`)}</Notice> : null}
      {start.mode === 'practice' ? <p className="aside">{t('ready.practice')}</p> : null}
      <div className="actions">
        <Button variant={loopFirst ? 'secondary' : 'primary'} enter={!loopFirst} disabled={view.running} onClick={check}>
          {view.at === null ? t('ready.run') : t('ready.runAgain')}
        </Button>
        <Button variant="quiet" onClick={() => goTo({ name: 'doctor', back: screen })}>{t('ready.toDoctor')}</Button>
      </div>
      <div className="ready-columns">
        {view.lines.length === 0 ? null : <ReadyLines view={view} />}
        <LoopPanel view={view} primary={loopFirst} again={again} />
      </div>
    </>
  );
}

function Head({ view }: { readonly view: ReadinessView }): ReactElement {
  const { t, i18n } = useTranslation();
  const now = useAge();
  const headline: Headline = view.running ? 'running' : view.overall;
  const count = view.lines.filter(({ verdict }) => verdict === 'problem').length;
  const [tone, icon] = view.stale && !view.running && headline === 'ready' ? (['warn', TriangleAlert] as const) : looks[headline];
  const lead = view.running ? t('ready.runningLead') : view.at === null ? t('ready.neverLead') : stampOf(t, i18n.language, view, now);
  return (
    <VerdictHead name={t('ready.name')} title={headline === 'notReady' ? t('ready.titles.notReady', { count }) : t(`ready.titles.${headline}`)} tone={tone} icon={icon}>
      <p className="lead" role="status">{lead}</p>
    </VerdictHead>
  );
}
