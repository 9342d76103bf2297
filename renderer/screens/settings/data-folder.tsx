import { FolderOpen, FolderSync } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';

/** Where the data lie, and how they get elsewhere. */
export function DataFolder(): ReactElement {
  const { t } = useTranslation();
  const { start } = useSession();
  const view = useCall('data.view', undefined).value;
  return (
    <section className="panel" aria-labelledby="settings-data">
      <h2 id="settings-data">{t('dataFolder.title')}</h2>
      <p className="small muted">{t('dataFolder.lead')}</p>
      {view ? <p className="data-path">{view.path}</p> : null}
      {view?.problem ? <ProblemNote problem={view.problem} tone="warn" /> : null}
      {start.mode === 'practice' ? <p className="small muted">{t('dataFolder.practice')}</p> : <MoveActions isHome={view?.isHome ?? true} />}
    </section>
  );
}

function MoveActions({ isHome }: { readonly isHome: boolean }): ReactElement {
  const { t } = useTranslation();
  const { announce, refresh } = useSession();
  const move = useAction('data.move');
  const show = useAction('data.show');
  const problem = move.problem ?? show.problem;
  const go = (to: 'home' | 'chosen'): void =>
    move.run({ to }, (moved) => {
      if (!moved) return;
      refresh();
      announce(t('dataFolder.moved'));
    });
  return (
    <>
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="actions">
        {isHome ? null : <Button disabled={move.busy} onClick={() => go('home')}>{t('dataFolder.moveHome')}</Button>}
        <Button disabled={move.busy} onClick={() => go('chosen')}>
          <FolderSync size={18} aria-hidden="true" />
          {move.busy ? t('dataFolder.moving') : t('dataFolder.move')}
        </Button>
        <Button variant="quiet" onClick={() => show.run({ what: 'data' })}>
          <FolderOpen size={18} aria-hidden="true" />
          {t('dataFolder.show')}
        </Button>
      </div>
    </>
  );
}
