import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/contract/problems.ts';
import { useAction, useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { problemScreen } from '../../navigation.ts';
import { useSession } from '../../session.ts';

/** What concerns the whole laptop: storage that cannot protect links, credentials that are missing, things to know once. */
export function Alerts(): ReactElement | null {
  const { start } = useSession();
  const profile = useCall('profile.view', undefined);
  const missing = start.mode === 'real' && profile.value?.source === 'none';
  if (!start.storageProblem && !missing && start.notices.length === 0) return null;
  return (
    <div className="alerts">
      {start.storageProblem ? <StorageBar problem={start.storageProblem} /> : null}
      {missing ? <SetUpBar /> : null}
      {start.notices.map((problem, index) => (
        <NoticeBar key={`${index} ${problem.code}`} problem={problem} />
      ))}
    </div>
  );
}

function StorageBar({ problem }: { readonly problem: Problem }): ReactElement {
  const { t } = useTranslation();
  const { goTo, screen } = useSession();
  const open = (
    <Button variant="quiet" size="small" onClick={() => goTo(problemScreen(problem, screen))}>
      {t('common.whatToDo')}
    </Button>
  );
  return (
    <Notice tone="bad" action={open}>
      <strong>{problem.code}</strong> {t('sites.storageBar')}
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
