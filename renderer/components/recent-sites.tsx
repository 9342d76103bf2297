import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentSite } from '../../electron/contract/recent.ts';
import { useAction, useCall } from '../client.ts';
import { useSession } from '../session.ts';
import { Button } from './button.tsx';
import { closeDialog, Dialog } from './dialog.tsx';
import { ProblemNote } from './problem-note.tsx';

/** The sites that were opened last, to go to one of them from any screen. */
export function RecentSites({ onClose }: { readonly onClose: () => void }): ReactElement | null {
  const { t } = useTranslation();
  const { start, announce } = useSession();
  const { value, problem } = useCall('recent.list', undefined);
  const forget = useAction('recent.forget');
  const shown = problem ?? forget.problem;
  // The dialog gives the focus to the first button that is there.
  if (!value && !problem) return null;
  const forgetAll = (): void => forget.run(undefined, () => {
    closeDialog();
    announce(t('recent.forgotten'));
  });
  return (
    <Dialog title={t('recent.title')} onClose={onClose}>
      {shown ? <ProblemNote problem={shown} /> : null}
      {value?.length === 0 ? <p>{t('recent.none')}</p> : <p className="muted">{t('recent.lead', { keys: t(`recent.keys.${start.platform === 'mac' ? 'mac' : 'other'}`) })}</p>}
      {value && value.length > 0 ? <Choices sites={value} /> : null}
      <div className="actions">
        <Button variant="quiet" onClick={closeDialog}>{t('common.cancel')}</Button>
        {value && value.length > 0 ? <Button variant="quiet" disabled={forget.busy} onClick={forgetAll}>{t('recent.forget')}</Button> : null}
      </div>
    </Dialog>
  );
}

function Choices({ sites }: { readonly sites: readonly RecentSite[] }): ReactElement {
  const { goTo } = useSession();
  const open = (siteId: string): void => {
    closeDialog();
    goTo({ name: 'sites', siteId });
  };
  return (
    <div className="choices">
      {sites.map(({ id, name, address }, index) => (
        <button key={id} type="button" className="choice" {...(index === 0 ? { 'data-first': '' } : {})} onClick={() => open(id)}>
          <strong>{name}</strong>
          {address === '' ? null : <span className="small muted">{address}</span>}
        </button>
      ))}
    </div>
  );
}
