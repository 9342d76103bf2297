import { CircleCheck, CircleDashed, CircleQuestionMark, OctagonX, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/contract/problems.ts';
import type { ReadinessView, ReadyLine } from '../../../electron/contract/readiness.ts';
import { useAge } from '../../clock.ts';
import { Button } from '../../components/button.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { StatusChip, type Tone } from '../../components/status-chip.tsx';
import { problemScreen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { foundOf } from './ready-words.ts';

const looks: Readonly<Record<ReadyLine['verdict'], readonly [Tone, LucideIcon]>> = {
  ok: ['ok', CircleCheck], problem: ['bad', OctagonX], cannotCheck: ['unknown', CircleQuestionMark], notTested: ['warn', CircleDashed],
};

const ORDER: readonly ReadyLine['verdict'][] = ['problem', 'notTested', 'cannotCheck', 'ok'];

/** Everything that was looked at, one line each: trouble first. */
export function ReadyLines({ view }: { readonly view: ReadinessView }): ReactElement {
  const { t } = useTranslation();
  const lines = view.lines.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  return (
    <section className="panel ready-list" aria-labelledby="ready-list">
      <h2 id="ready-list">{t('ready.list')}</h2>
      <ul>
        {lines.map((line) => (
          <Line key={line.id} line={line} at={view.at ?? 0} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, at }: { readonly line: ReadyLine; readonly at: number }): ReactElement {
  const { t, i18n } = useTranslation();
  const now = useAge();
  const [tone, icon] = looks[line.verdict];
  const { problem } = line;
  const saysFacts = line.verdict !== 'problem' || line.id === 'clock' || line.id === 'battery' || line.id === 'disk';
  return (
    <li className="ready-line">
      <div className="stack-none">
        <strong>{t(`ready.lines.${line.id}`)}</strong>
        {line.verdict === 'problem' && problem ? <ProblemTitle problem={problem} /> : null}
        {saysFacts ? <span className="small muted">{foundOf(t, i18n.language, line, now)}</span> : null}
      </div>
      <div className="row ready-verdict">
        {problem ? <WhatToDo line={line} problem={problem} at={at} /> : null}
        <StatusChip tone={tone} icon={icon}>{t(`ready.verdicts.${line.verdict}`)}</StatusChip>
      </div>
    </li>
  );
}

function ProblemTitle({ problem }: { readonly problem: Problem }): ReactElement {
  const text = useProblemText(problem.code);
  return (
    <span className="small">
      <strong>{problem.code}</strong> {text?.title ?? ''}
    </span>
  );
}

function WhatToDo({ line, problem, at }: { readonly line: ReadyLine; readonly problem: Problem; readonly at: number }): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  return (
    <Button variant="quiet" size="small" onClick={() => goTo(problemScreen(problem, screen, at))}>
      {t('common.whatToDo')}
      <span className="visually-hidden">{t(`ready.lines.${line.id}`)}</span>
    </Button>
  );
}
