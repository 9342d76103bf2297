import { CircleCheck, CircleQuestionMark, OctagonX, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckView } from '../../../electron/contract/views.ts';
import { useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { StatusChip, type Tone } from '../../components/status-chip.tsx';
import { problemScreen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { BrowserChoice } from './browser-choice.tsx';
import { Flow, StageHead } from './flow.tsx';
import type { StepProps } from './link-screen.tsx';

type Line = CheckView['lines'][number];
const looks: Readonly<Record<Line['verdict'], readonly [Tone, LucideIcon]>> = {
  ok: ['ok', CircleCheck], problem: ['bad', OctagonX], cannotCheck: ['unknown', CircleQuestionMark],
};

/** Link 1 Check: remove obstacles before the customer is called. */
export function CheckStep({ site, leave, goOn }: StepProps & { readonly goOn: () => void }): ReactElement {
  const { t } = useTranslation();
  const check = useCall('link.check', { siteId: site.id });
  const ready = check.value?.canStart === true && !check.loading;
  return (
    <Flow site={site} step="check" onStop={leave}>
      <StageHead title={t('link.checkTitle')} lead={t('link.checkLead')} />
      <div className="stage-body stack-wide">
        {check.problem ? <ProblemNote problem={check.problem} /> : null}
        {check.value ? <Lines lines={check.value.lines} /> : <p className="muted">{t('link.checking')}</p>}
        {check.value ? <Verdict view={check.value} /> : null}
        <BrowserChoice />
      </div>
      <div className="actions stage-actions">
        <Button variant="primary" enter disabled={!ready} onClick={goOn}>{t('link.goExplain')}</Button>
        <Button disabled={check.loading} onClick={check.again}>{t('link.checkAgain')}</Button>
      </div>
    </Flow>
  );
}

function Lines({ lines }: { readonly lines: CheckView['lines'] }): ReactElement {
  return (
    <ul className="check-lines">
      {lines.map((line) => (
        <CheckLine key={line.id} line={line} />
      ))}
    </ul>
  );
}

function CheckLine({ line }: { readonly line: Line }): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  const { problem } = line;
  const [tone, icon] = looks[line.verdict];
  return (
    <li className="check-line">
      <div className="stack-none">
        <strong>{t(`link.checkLines.${line.id}`)}</strong>
        <span className="small muted">{t(`link.checkHints.${line.id}`)}</span>
      </div>
      <div className="row check-verdict">
        {problem ? (
          <Button variant="quiet" size="small" onClick={() => goTo(problemScreen(problem, screen))}>
            {t('common.whatToDo')}
            <span className="visually-hidden">{t(`link.checkLines.${line.id}`)}</span>
          </Button>
        ) : null}
        <StatusChip tone={tone} icon={icon}>
          {t(`link.verdicts.${line.verdict}`)}
        </StatusChip>
      </div>
    </li>
  );
}

function Verdict({ view }: { readonly view: CheckView }): ReactElement {
  const { t } = useTranslation();
  const unsure = view.lines.some((line) => line.verdict === 'cannotCheck');
  const [tone, text] = !view.canStart ? (['bad', t('link.checkBlocked')] as const) : unsure ? (['unknown', t('link.checkUnsure')] as const) : (['ok', t('link.checkOk')] as const);
  return (
    <div role="status">
      <Notice tone={tone}>{text}</Notice>
    </div>
  );
}
