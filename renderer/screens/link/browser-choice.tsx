import { AppWindow, EyeOff } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BrowsersView, SignInBrowserChoice } from '../../../electron/contract/browsers.ts';
import { useAction, useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { closeDialog, Dialog } from '../../components/dialog.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RichText } from '../../components/rich-text.tsx';

/** Which window the sign-in opens in, and the way to change it. */
export function BrowserChoice(): ReactElement | null {
  const { t } = useTranslation();
  const browsers = useCall('browsers.list', undefined);
  const [asking, setAsking] = useState(false);
  if (!browsers.value) return null;
  const { name, isPrivate } = browsers.value.used;
  const Icon = isPrivate ? EyeOff : AppWindow;
  return (
    <div className={isPrivate ? 'browser-line' : 'browser-line browser-line-warn'}>
      <Icon size={22} aria-hidden="true" />
      <div className="stack-none">
        <span>
          <RichText text={isPrivate ? t('signIn.windowPrivate', { name: '{{name}}' }) : t('signIn.windowNormal')} values={{ name: name ?? '' }} />
        </span>
        <span className="small muted">{isPrivate ? t('signIn.windowPrivateHint') : t('signIn.windowNormalHint')}</span>
      </div>
      <Button size="small" variant="quiet" onClick={() => setAsking(true)}>{t('signIn.chooseWindow')}</Button>
      {asking ? <ChooseDialog view={browsers.value} again={browsers.again} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

interface ChooseProps {
  readonly view: BrowsersView;
  readonly again: () => void;
  readonly onClose: () => void;
}

function ChooseDialog({ view, again, onClose }: ChooseProps): ReactElement {
  const { t } = useTranslation();
  const choose = useAction('browsers.choose');
  const take = (browser: SignInBrowserChoice): void => choose.run({ browser }, () => { again(); closeDialog(); });
  return (
    <Dialog title={t('signIn.chooseTitle')} onClose={onClose}>
      <p className="muted">{view.installed.length === 0 ? t('signIn.noneFound') : t('signIn.chooseLead')}</p>
      <div className="choices">
        {view.installed.map(({ id, name, privateWindow }) => (
          <Option key={id} title={t('signIn.optionPrivate', { name })} hint={privateWindow === 'forbidden' ? t('signIn.optionForbidden') : null} used={view.used.name === name} disabled={choose.busy || privateWindow === 'forbidden'} take={() => take(id)} />
        ))}
        <Option title={t('signIn.optionDefault')} hint={t('signIn.optionDefaultHint')} used={!view.used.isPrivate} disabled={choose.busy} take={() => take('default')} />
      </div>
      {choose.problem ? <ProblemNote problem={choose.problem} /> : null}
      <div className="actions">
        <Button variant="quiet" onClick={closeDialog}>{t('common.cancel')}</Button>
      </div>
    </Dialog>
  );
}

interface OptionProps {
  readonly title: string;
  readonly hint: string | null;
  readonly used: boolean;
  readonly disabled: boolean;
  readonly take: () => void;
}

function Option({ title, hint, used, disabled, take }: OptionProps): ReactElement {
  const { t } = useTranslation();
  return (
    <button type="button" className="choice" aria-pressed={used} disabled={disabled} onClick={take}>
      <strong>{title}</strong>
      {used ? <span className="small muted">{t('signIn.optionChosen')}</span> : null}
      {hint === null ? null : <span className="small muted">{hint}</span>}
    </button>
  );
}

/** The browser did not show the page (L-33): another one, or a normal window, takes its place and the sign-in goes on. */
export function BrowserMissing({ again }: { readonly again: () => void }): ReactElement {
  const { t } = useTranslation();
  const browsers = useCall('browsers.list', undefined);
  const choose = useAction('browsers.choose');
  const open = useAction('link.openAgain');
  const used = browsers.value?.used ?? null;
  const others = browsers.value?.installed.filter(({ name, privateWindow }) => privateWindow === 'possible' && name !== used?.name) ?? [];
  const take = (browser: SignInBrowserChoice): void => choose.run({ browser }, () => open.run(undefined, again, again));
  const busy = choose.busy || open.busy;
  return (
    <section className="panel stack">
      <ProblemNote problem={{ code: 'L-33' }} tone="warn" />
      <p className="muted">{t('signIn.missing')}</p>
      <div className="actions">
        {others.map(({ id, name }) => (
          <Button key={id} size="small" disabled={busy} onClick={() => take(id)}>{t('signIn.useBrowser', { name })}</Button>
        ))}
        {used?.isPrivate === false ? null : <Button size="small" variant="quiet" disabled={busy} onClick={() => take('default')}>{t('signIn.useNormal')}</Button>}
      </div>
      {choose.problem ? <ProblemNote problem={choose.problem} /> : null}
    </section>
  );
}
