import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateItem } from '../../../electron/contract/visit.ts';
import { MOST_CHECKS } from '../../../electron/contract/visit-limits.ts';
import { useAction, useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { closeDialog, Dialog } from '../../components/dialog.tsx';
import { Landing } from '../../components/landing.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import type { Screen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { CheckDialog } from './check-dialog.tsx';
import { TemplateList } from './template-list.tsx';
import { withItem } from './template-changes.ts';

type Open = { readonly kind: 'reset' } | { readonly kind: 'check'; readonly item: TemplateItem | null };

/** The checks that new sites begin with. Each change counts at once; sites that have begun keep theirs. */
export function TemplateScreen({ back }: { readonly back: Screen }): ReactElement {
  const { t } = useTranslation();
  const { goTo, announce } = useSession();
  const { value, problem, again } = useCall('template.view', undefined);
  const save = useAction('template.save');
  const [open, setOpen] = useState<Open | null>(null);
  const keep = (items: readonly TemplateItem[]): void => save.run({ items: [...items] }, () => { again(); announce(t('template.saved')); });
  const items = value?.items ?? [];
  const trouble = problem ?? save.problem;
  const isFull = items.length >= MOST_CHECKS;
  return (
    <Page back={{ label: back.name === 'settings' ? t('template.back') : t('template.backToVisit'), act: () => goTo(back) }}>
      <div className="stack-tight">
        <Landing>{t('template.title')}</Landing>
        <p className="muted">{t('template.lead')}</p>
      </div>
      {trouble ? <ProblemNote problem={trouble} /> : null}
      <TemplateList items={items} busy={save.busy} keep={keep} edit={(item) => setOpen({ kind: 'check', item })} />
      {isFull ? <p className="small muted">{t('template.full', { most: MOST_CHECKS })}</p> : null}
      <div className="actions">
        <Button variant="primary" disabled={!value || isFull} onClick={() => setOpen({ kind: 'check', item: null })}>{t('template.add')}</Button>
        {value && !value.isBuiltIn ? <Button variant="quiet" onClick={() => setOpen({ kind: 'reset' })}>{t('template.reset')}</Button> : null}
      </div>
      {open?.kind === 'check' ? <CheckDialog item={open.item} keep={(item) => keep(withItem(items, item))} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'reset' ? <ResetDialog again={again} onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}

function ResetDialog({ again, onClose }: { readonly again: () => void; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const reset = useAction('template.reset');
  const act = (): void => reset.run(undefined, () => { closeDialog(); again(); });
  return (
    <Dialog title={t('template.resetAsk')} onClose={onClose}>
      <p>{t('template.resetText')}</p>
      {reset.problem ? <ProblemNote problem={reset.problem} /> : null}
      <div className="actions">
        <Button variant="danger" disabled={reset.busy} onClick={act}>{t('template.resetYes')}</Button>
        <Button variant="quiet" data-first="" onClick={closeDialog}>{t('common.cancel')}</Button>
      </div>
    </Dialog>
  );
}
