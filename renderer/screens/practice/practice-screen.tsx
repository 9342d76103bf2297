import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeFault, PracticeView } from '../../../electron/contract/views.ts';
import { useAction, useCall } from '../../client.ts';
import { SelectField } from '../../components/field.tsx';
import { Landing } from '../../components/landing.tsx';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';

const GROUPS = ['authorize', 'token', 'homes'] as const;

/** The invented customer and the switch of faults. */
export function PracticeScreen(): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const practice = useCall('practice.view', undefined);
  return (
    <Page back={{ label: t('common.backToSites'), act: () => goTo({ name: 'sites', siteId: null }) }}>
      <div className="stack-tight">
        <Landing>{t('practice.title')}</Landing>
        <p className="lead">{t('practice.lead')}</p>
      </div>
      {practice.problem ? <ProblemNote problem={practice.problem} /> : null}
      {practice.value ? (
        <div className="page-columns">
          <Customer view={practice.value} />
          <Faults fault={practice.value.fault} again={practice.again} />
        </div>
      ) : null}
    </Page>
  );
}

function Customer({ view }: { readonly view: PracticeView }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <h2>{t('practice.customer')}</h2>
      <p className="muted">{t('practice.customerHint')}</p>
      <dl className="stack">
        <div className="stack-tight">
          <dt className="field-label">{t('practice.email')}</dt>
          <dd className="code-line">{view.customerEmail}</dd>
        </div>
        <div className="stack-tight">
          <dt className="field-label">{t('practice.password')}</dt>
          <dd className="code-line">{view.customerPassword}</dd>
        </div>
      </dl>
    </section>
  );
}

function Faults({ fault, again }: { readonly fault: PracticeFault; readonly again: () => void }): ReactElement {
  const { t } = useTranslation();
  const set = useAction('practice.setFault');
  // The catalogue names every fault: its keys are the list.
  const faults = Object.keys(t('faults', { returnObjects: true })) as readonly PracticeFault[];
  const choose = (value: string): void => {
    const chosen = faults.find((known) => known === value);
    if (chosen) set.run({ fault: chosen }, again);
  };
  return (
    <section className="panel">
      <h2>{t('practice.fault')}</h2>
      <SelectField label={t('practice.faultLabel')} hint={t('practice.faultHint')} value={fault} onChange={(event) => choose(event.target.value)}>
        <option value="none">{t('faults.none')}</option>
        {GROUPS.map((group) => (
          <optgroup key={group} label={t(`practice.groups.${group}`)}>
            {faults.filter((known) => known.startsWith(`${group}.`)).map((known) => (
              <option key={known} value={known}>{t(`faults.${known}`)}</option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <Notice tone={fault === 'none' ? 'ok' : 'warn'}>{fault === 'none' ? t('practice.faultOff') : t('practice.faultOn')}</Notice>
      {set.problem ? <ProblemNote problem={set.problem} /> : null}
    </section>
  );
}
