import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { canRetryStorage, useRetryStorage } from '../../components/storage-bar.tsx';
import { siteOf, type Screen } from '../../navigation.ts';
import { useSession } from '../../session.ts';

/** One problem, full width; readable offline. */
export function ProblemScreen({ screen }: { readonly screen: Extract<Screen, { readonly name: 'problem' }> }): ReactElement {
  const { t } = useTranslation();
  const { goTo, start } = useSession();
  const { problem, at, back } = screen;
  const retry = useRetryStorage((solved) => void (solved && goTo(back)));
  // Only for what holds now: the same code may have come from one failed action that is long over.
  const retriable = start.storageProblem?.code === problem.code && canRetryStorage(problem.code);
  const toSites = back.name === 'sites' && siteOf(back) === null;
  const choice = { label: toSites ? t('common.backToSites') : t('common.back'), act: () => goTo(back) };
  return (
    <main className="page">
      <ProblemPanel problem={problem} at={at} back={choice} retry={retriable ? { label: t('common.tryAgain'), act: retry.run } : null} />
    </main>
  );
}
