import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileTest, ProfileView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { useAge } from '../../clock.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { relativeTime } from '../../i18n/format.ts';

interface TestPanelProps {
  readonly profile: ProfileView;
  readonly again: () => void;
}

/** Whether Legrand knows the company, and when that was asked. */
export function TestPanel({ profile, again }: TestPanelProps): ReactElement {
  const { t } = useTranslation();
  const test = useAction('profile.test');
  const primary = profile.source === 'company';
  return (
    <section className="panel">
      <TestVerdict test={profile.lastTest} />
      <p className="small muted">{t('credentials.testOffline')}</p>
      {test.problem ? <ProblemNote problem={test.problem} /> : null}
      <div className="actions">
        <Button variant={primary ? 'primary' : 'secondary'} enter={primary} disabled={test.busy} onClick={() => test.run(undefined, again)}>
          {test.busy ? t('credentials.testing') : t('credentials.test')}
        </Button>
      </div>
    </section>
  );
}

function TestVerdict({ test }: { readonly test: ProfileTest | null }): ReactElement {
  const { t, i18n } = useTranslation();
  const now = useAge();
  if (!test) return <StatusChip tone="unknown" large>{t('credentials.notTested')}</StatusChip>;
  return (
    <div className="stack" role="status">
      {test.verdict === 'answered' ? <StatusChip tone="ok" large>{t('credentials.testedAnswered')}</StatusChip> : null}
      {test.verdict === 'silent' ? <StatusChip tone="warn" large>{t('credentials.testedSilent')}</StatusChip> : null}
      {test.verdict === 'failed' ? <StatusChip tone="bad" large>{t('credentials.testedFailed')}</StatusChip> : null}
      <p className="small muted">{t('credentials.testedAt', { when: relativeTime(test.at, now, i18n.language) })}</p>
      {test.verdict === 'silent' ? <p className="small">{t('credentials.testedSilentHint')}</p> : null}
      {test.problem ? <ProblemNote problem={test.problem} /> : null}
    </div>
  );
}
