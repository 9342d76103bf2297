import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { practiceFaultCodes, practiceFaults, type PracticeFault } from '../../../electron/contract/practice-faults.ts';
import type { ProblemCode } from '../../../electron/contract/problems.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import type { Words } from '../../i18n/catalogue.ts';
import { problemScreen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { exercisesOf, type Exercise, type ExerciseGroup } from './exercises.ts';

interface FaultListProps {
  readonly fault: PracticeFault;
  readonly busy: boolean;
  readonly choose: (fault: PracticeFault) => void;
}

const GROUPS = ['authorize', 'token', 'homes', 'network', 'laptop', 'time', 'byHand'] as const satisfies readonly ExerciseGroup[];
type ByHand = keyof Words['byHand'];

function useExercises(): readonly Exercise[] {
  const { t } = useTranslation();
  const switched = practiceFaults.flatMap((fault): Exercise[] =>
    fault === 'none' ? [] : [{ fault, code: practiceFaultCodes[fault], name: t(`faults.${fault}`), hint: t(`faultHints.${fault}`) }],
  );
  // The catalogue itself is the list: every language has the same codes.
  const byHand = Object.keys(t('byHand', { returnObjects: true })) as readonly ByHand[];
  return [...switched, ...byHand.map((code): Exercise => ({ fault: null, code, name: '', hint: t(`byHand.${code}`) }))];
}

/** Every exercise, by group, searchable by code and word. */
export function FaultList({ fault, busy, choose }: FaultListProps): ReactElement {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const exercises = exercisesOf(useExercises(), query);
  return (
    <>
      <TextField type="search" label={t('practice.search')} value={query} maxLength={80} onChange={(event) => setQuery(event.target.value)} />
      {exercises.size === 0 ? <p role="status" className="muted">{t('practice.noMatch')}</p> : null}
      {GROUPS.map((group) => {
        const found = exercises.get(group) ?? [];
        return found.length === 0 ? null : (
          <section key={group} className="stack">
            <h3>{t(`practice.groups.${group}`)}</h3>
            <ul className="exercises">
              {found.map((exercise) => (
                <li key={exercise.fault ?? exercise.code} className="exercise">
                  <ExerciseRow exercise={exercise} isOn={exercise.fault === fault} busy={busy} choose={choose} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

interface RowProps extends Pick<FaultListProps, 'busy' | 'choose'> {
  readonly exercise: Exercise;
  readonly isOn: boolean;
}

function ExerciseRow({ exercise, isOn, busy, choose }: RowProps): ReactElement {
  const { t } = useTranslation();
  const { fault, code, name, hint } = exercise;
  const words = (
    <>
      {name === '' ? null : <strong className="exercise-name">{name}</strong>}
      <span className="exercise-hint">{hint}</span>
    </>
  );
  return (
    <>
      {fault === null ? (
        <p className="exercise-words">{words}</p>
      ) : (
        <button type="button" className="exercise-words exercise-switch" aria-pressed={isOn} aria-disabled={busy} onClick={() => choose(isOn ? 'none' : fault)}>
          {words}
        </button>
      )}
      {code === null ? <span className="small muted exercise-page">{t('practice.mustWork')}</span> : <ReadPage code={code} />}
    </>
  );
}

function ReadPage({ code }: { readonly code: ProblemCode }): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  return (
    <div className="exercise-page">
      <Button variant="quiet" size="small" onClick={() => goTo(problemScreen({ code }, screen))}>
        {t('practice.readPage', { code })}
      </Button>
    </div>
  );
}
