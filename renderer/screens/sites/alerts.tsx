import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/contract/problems.ts';
import type { SecretReminder } from '../../../electron/contract/secret-reminder.ts';
import { useAction, useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { StorageBar } from '../../components/storage-bar.tsx';
import { shortDate } from '../../i18n/format.ts';
import { problemScreen } from '../../navigation.ts';
import { useSession } from '../../session.ts';

/** What concerns the whole laptop: storage that cannot protect links, the company's credentials, things to know once. */
export function Alerts(): ReactElement | null {
  const { start } = useSession();
  const profile = useCall('profile.view', undefined);
  const missing = start.mode === 'real' && profile.value?.source === 'none';
  // Refused credentials say more than their age does.
  const reminder = start.companyProblem ? null : start.secretReminder;
  if (!start.storageProblem && !start.companyProblem && !reminder && !missing && start.notices.length === 0) return null;
  return (
    <div className="alerts">
      {start.storageProblem ? <StorageBar problem={start.storageProblem} /> : null}
      {start.companyProblem ? <CompanyBar problem={start.companyProblem} /> : null}
      {missing ? <SetUpBar /> : null}
      {reminder ? <SecretBar reminder={reminder} /> : null}
      {start.notices.map((problem, index) => (
        <NoticeBar key={`${index} ${problem.code}`} problem={problem} />
      ))}
    </div>
  );
}

/** Every link waits for the office; nobody on site can do anything about it. */
function CompanyBar({ problem }: { readonly problem: Problem }): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  const text = useProblemText(problem.code);
  const open = (
    <Button variant="quiet" size="small" onClick={() => goTo(problemScreen(problem, screen))}>
      {t('common.whatToDo')}
    </Button>
  );
  return (
    <Notice tone="bad" action={open}>
      <strong>{problem.code}</strong> {text?.title ?? t('problem.fallbackTitle')}. {t('sites.companyBar')}
    </Notice>
  );
}

function SecretBar({ reminder }: { readonly reminder: SecretReminder }): ReactElement {
  const { t, i18n } = useTranslation();
  const { goTo, refresh } = useSession();
  const dismiss = useAction('app.dismissSecretReminder');
  const actions = (
    <>
      <Button variant="quiet" size="small" onClick={() => goTo({ name: 'credentials', form: false })}>
        {t('problem.openCredentials')}
      </Button>
      <Button variant="quiet" size="small" disabled={dismiss.busy} onClick={() => dismiss.run(undefined, refresh)}>
        {t('common.dismiss')}
      </Button>
    </>
  );
  return (
    <Notice tone={reminder.level === 'over' ? 'bad' : 'warn'} action={actions}>
      {t(`sites.secretEnds.${reminder.level}`, { date: shortDate(reminder.endsAt, i18n.language) })}
    </Notice>
  );
}

function SetUpBar(): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const open = (
    <Button variant="quiet" size="small" onClick={() => goTo({ name: 'credentials', form: false })}>
      {t('sites.credentials')}
    </Button>
  );
  return (
    <Notice tone="warn" action={open}>
      {t('sites.notSetUp')}
    </Notice>
  );
}

function NoticeBar({ problem }: { readonly problem: Problem }): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen, refresh } = useSession();
  const text = useProblemText(problem.code);
  const dismiss = useAction('app.dismissNotices');
  const actions = (
    <>
      <Button variant="quiet" size="small" onClick={() => goTo(problemScreen(problem, screen))}>
        {t('common.whatToDo')}
      </Button>
      <Button variant="quiet" size="small" onClick={() => dismiss.run(undefined, refresh)}>
        {t('common.dismiss')}
      </Button>
    </>
  );
  return (
    <Notice tone="warn" action={actions}>
      <strong>{problem.code}</strong> {text?.title ?? t('sites.notice')}
    </Notice>
  );
}
