import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem, ProblemCode } from '../../electron/contract/problems.ts';
import { useAction } from '../client.ts';
import { problemScreen } from '../navigation.ts';
import { useSession } from '../session.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

const retriable: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['L-35', 'L-60', 'L-62']);

/** Whether opening the data folder or the key store once more can solve `code`. */
export function canRetryStorage(code: ProblemCode): boolean {
  return retriable.has(code);
}

/** Opening the data folder and the key store again, as a button needs it. */
export interface RetryStorage {
  readonly run: () => void;
  readonly busy: boolean;
  readonly problem: Problem | null;
}

/** Opens the data folder and the key store again, calls `then` with whether that solved it, and says how it went. */
export function useRetryStorage(then: (solved: boolean) => void): RetryStorage {
  const { t } = useTranslation();
  const { announce, refresh } = useSession();
  const retry = useAction('app.retryStorage');
  const still = (): void => announce(t('sites.storageStill'));
  const run = (): void =>
    retry.run(undefined, (start) => {
      refresh();
      then(start.storageProblem === null);
      if (start.storageProblem) still();
      else announce(t('sites.storageOpen'));
    }, still);
  return { run, busy: retry.busy, problem: retry.problem };
}

/** Links cannot be protected or opened on this laptop now; where it can help, trying again is offered. */
export function StorageBar({ problem }: { readonly problem: Problem }): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  const retry = useRetryStorage(() => undefined);
  const actions = (
    <>
      {canRetryStorage(problem.code) ? (
        <Button variant="quiet" size="small" disabled={retry.busy} onClick={retry.run}>{t('common.tryAgain')}</Button>
      ) : null}
      <Button variant="quiet" size="small" onClick={() => goTo(problemScreen(problem, screen))}>{t('common.whatToDo')}</Button>
    </>
  );
  return (
    <Notice tone="bad" action={actions}>
      <strong>{problem.code}</strong> {t('sites.storageBar')}
    </Notice>
  );
}
