import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { siteOf, type Screen } from '../../navigation.ts';
import { useSession } from '../../session.ts';

/** One problem, full width; readable offline. */
export function ProblemScreen({ screen }: { readonly screen: Extract<Screen, { readonly name: 'problem' }> }): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const { problem, at, back } = screen;
  const toSites = back.name === 'sites' && siteOf(back) === null;
  const choice = { label: toSites ? t('common.backToSites') : t('common.back'), act: () => goTo(back) };
  return (
    <main className="page">
      <ProblemPanel problem={problem} at={at} back={choice} retry={null} />
    </main>
  );
}
