import { Download, RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/contract/problems.ts';
import type { UpdatesPage, UpdatesView } from '../../../electron/contract/updates.ts';
import { useAction, useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { dateTime } from '../../i18n/format.ts';
import { useSession } from '../../session.ts';

/** `isNews` false: the person has put this version away already. */
type News<State extends UpdatesView['state']> = Of<State> & { readonly isNews: boolean };
type Of<State extends UpdatesView['state']> = { readonly view: Extract<UpdatesView, { state: State }> };

/** Whether there is a newer version, and what becomes of it. Nothing happens here that a person did not press. */
export function UpdatesPanel(): ReactElement {
  const { t } = useTranslation();
  const page = useCall('updates.view', undefined).value;
  return (
    <section className="panel" aria-labelledby="settings-updates">
      <h2 id="settings-updates">{t('updates.title')}</h2>
      {page ? <Body {...page} /> : null}
    </section>
  );
}

function Body({ view, isNews }: UpdatesPage): ReactElement {
  const { t } = useTranslation();
  switch (view.state) {
    case 'none':
    case 'off':
      return <p>{t(`updates.${view.state}`)}</p>;
    case 'idle':
      return <Newest view={view} />;
    case 'checking':
      return <p role="status">{t('updates.checking')}</p>;
    case 'available':
      return <Available view={view} isNews={isNews} />;
    case 'downloading':
      return <Downloading view={view} />;
    case 'ready':
      return <Ready view={view} isNews={isNews} />;
    default:
      return view satisfies never;
  }
}

function Newest({ view }: Of<'idle'>): ReactElement {
  const { t, i18n } = useTranslation();
  const { start } = useSession();
  return (
    <>
      <p>{view.checkedAt === null ? t('updates.notYet') : t('updates.newest', { version: start.version, when: dateTime(view.checkedAt, i18n.language) })}</p>
      <p className="small muted">{t('updates.byItself')}</p>
      <Check problem={view.problem} />
    </>
  );
}

/** `problem`: of the last check that was asked for; a new press replaces it. */
function Check({ problem }: { readonly problem: Problem | null }): ReactElement {
  const { t } = useTranslation();
  const check = useAction('updates.check');
  const shown = check.problem ?? problem;
  return (
    <>
      {shown ? <ProblemNote problem={shown} tone="warn" /> : null}
      <div className="actions">
        <Button disabled={check.busy} onClick={() => check.run(undefined)}>
          <RefreshCw size={18} aria-hidden="true" />
          {t('updates.check')}
        </Button>
      </div>
    </>
  );
}

function Available({ view, isNews }: News<'available'>): ReactElement {
  const { t } = useTranslation();
  const download = useAction('updates.download');
  const problem = download.problem ?? view.problem;
  return (
    <>
      <p role="status">{t('updates.available', { version: view.version })}</p>
      <p className="small muted">{view.megabytes === null ? t('updates.unknownSize') : t('updates.size', { megabytes: view.megabytes })}</p>
      {problem ? <ProblemNote problem={problem} tone="warn" /> : null}
      <div className="actions">
        <Button disabled={download.busy} onClick={() => download.run(undefined)}>
          <Download size={18} aria-hidden="true" />
          {t('updates.download')}
        </Button>
        {isNews ? <Later label={t('updates.later')} /> : null}
      </div>
    </>
  );
}

function Later({ label }: { readonly label: string }): ReactElement {
  const later = useAction('updates.later');
  return (
    <Button variant="quiet" disabled={later.busy} onClick={() => later.run(undefined)}>
      {label}
    </Button>
  );
}

function Downloading({ view }: Of<'downloading'>): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('updates.downloading', { version: view.version, percent: view.percent })}</p>
      <progress className="progress" max={100} value={view.percent} aria-labelledby="settings-updates" />
      <div className="actions">
        <Later label={t('updates.stop')} />
      </div>
    </>
  );
}

function Ready({ view, isNews }: News<'ready'>): ReactElement {
  const { t } = useTranslation();
  const { version, wish } = view;
  if (wish === 'none') return <Install view={view} isNews={isNews} />;
  return (
    <>
      <p role="status">{t(`updates.${wish}`, { version })}</p>
      {wish === 'preparing' ? null : (
        <div className="actions">
          <Later label={t('updates.notYetInstall')} />
        </div>
      )}
    </>
  );
}

function Install({ view, isNews }: News<'ready'>): ReactElement {
  const { t } = useTranslation();
  const install = useAction('updates.install');
  const problem = install.problem ?? view.problem;
  return (
    <>
      <p role="status">{t('updates.ready', { version: view.version })}</p>
      <p className="small muted">{t('updates.safe')}</p>
      {problem ? <ProblemNote problem={problem} tone="warn" /> : null}
      <div className="actions">
        <Button disabled={install.busy} onClick={() => install.run({ when: 'now' })}>
          <RefreshCw size={18} aria-hidden="true" />
          {t('updates.installNow')}
        </Button>
        <Button disabled={install.busy} onClick={() => install.run({ when: 'atQuit' })}>{t('updates.installAtQuit')}</Button>
        {isNews ? <Later label={t('updates.later')} /> : null}
      </div>
    </>
  );
}
