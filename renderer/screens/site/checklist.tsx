import { CircleCheck, CircleX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistView } from '../../../electron/contract/visit.ts';
import { useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';
import { CheckRow } from './check-row.tsx';

/** The checks of a visit, each with when it is passed, and how many are answered. */
export function Checklist({ siteId }: { readonly siteId: string }): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const checklist = useCall('visit.checklist', { siteId });
  const { value, problem, again } = checklist;
  return (
    <section className="panel" aria-labelledby="site-checklist">
      <div className="row-between">
        <h2 id="site-checklist">{t('visit.checklist')}</h2>
        {value ? <span className="checks-count">{t('visit.progress', { answered: value.answered, total: value.items.length })}</span> : null}
      </div>
      {value ? <Progress checklist={value} /> : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      {value ? (
        <ul className="checks">
          {value.items.map((item) => (
            <CheckRow key={item.item} siteId={siteId} item={item} again={again} />
          ))}
        </ul>
      ) : null}
      <div className="checks-foot">
        <Button size="small" variant="quiet" onClick={() => goTo({ name: 'template', back: { name: 'sites', siteId, tab: 'visit' } })}>{t('visit.editTemplate')}</Button>
      </div>
    </section>
  );
}

function Progress({ checklist: { items, answered, failed } }: { readonly checklist: ChecklistView }): ReactElement {
  const { t } = useTranslation();
  const total = items.length;
  return (
    <div className="stack-tight">
      <progress className="progress" aria-label={t('visit.progressLabel')} aria-valuetext={t('visit.progress', { answered, total })} max={total} value={answered} />
      {failed > 0 ? (
        <p className="checks-sum checks-bad">
          <CircleX size={18} aria-hidden="true" />
          {t('visit.failed', { count: failed })}
        </p>
      ) : null}
      {answered === total ? (
        <p className="checks-sum checks-ok">
          <CircleCheck size={18} aria-hidden="true" />
          {t('visit.allPassed')}
        </p>
      ) : null}
    </div>
  );
}
