import { Check, Minus, X, type LucideIcon } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckItem } from '../../../electron/contract/visit.ts';
import { LONGEST_REMARK, type Verdict } from '../../../electron/contract/visit-limits.ts';
import { call, useAction } from '../../client.ts';
import { checkWords } from '../../components/check-words.ts';
import { useDrafts } from '../../drafts.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { dateTime } from '../../i18n/format.ts';
import { SaveState } from './save-state.tsx';
import { useAutosave } from './use-autosave.ts';

const CHOICES: readonly { readonly verdict: Exclude<Verdict, 'open'>; readonly Icon: LucideIcon }[] = [
  { verdict: 'passed', Icon: Check },
  { verdict: 'failed', Icon: X },
  { verdict: 'notApplicable', Icon: Minus },
];

interface CheckRowProps {
  readonly siteId: string;
  readonly item: CheckItem;
  /** Asks for the checks again. */
  readonly again: () => void;
}

/** One check: what it is, when it is passed, and the answer. Pressing the given answer once more takes it back. */
export function CheckRow({ siteId, item, again }: CheckRowProps): ReactElement {
  const { t } = useTranslation();
  const answer = useAction('visit.answer');
  const { title, criterion } = checkWords(t, item);
  const heading = useId();
  const drafts = useDrafts();
  const give = (verdict: Verdict): void => {
    // A remark still on its way would bring the failure back.
    drafts.delete(remarkKey(siteId, item));
    answer.run({ siteId, item: item.item, verdict, remark: item.remark }, again);
  };
  return (
    <li className={`check check-${item.verdict}`}>
      <div className="check-what">
        <strong id={heading}>{title}</strong>
        {criterion === '' ? null : <span className="small muted">{criterion}</span>}
        <AnsweredBy item={item} />
      </div>
      <div className="check-answers" role="group" aria-label={t('visit.verdictOf', { check: title })}>
        {CHOICES.map(({ verdict, Icon }) => (
          <button key={verdict} type="button" className={`check-answer check-answer-${verdict}`} aria-pressed={item.verdict === verdict} aria-describedby={heading} disabled={answer.busy}
            onClick={() => give(item.verdict === verdict ? 'open' : verdict)}>
            <Icon size={18} aria-hidden="true" />
            {t(`visit.verdicts.${verdict}`)}
          </button>
        ))}
      </div>
      {answer.problem ? <ProblemNote problem={answer.problem} /> : null}
      {item.verdict === 'failed' ? <Remark siteId={siteId} item={item} again={again} /> : null}
    </li>
  );
}

function AnsweredBy({ item: { at, who } }: Pick<CheckRowProps, 'item'>): ReactElement | null {
  const { t, i18n } = useTranslation();
  if (at === null) return null;
  const when = dateTime(at, i18n.language);
  return <span className="small muted">{who === '' ? when : t('visit.answeredBy', { who, when })}</span>;
}

const remarkKey = (siteId: string, { item }: CheckItem): string => `remark ${siteId} ${item}`;

/** Why a check failed, kept by itself. */
function Remark({ siteId, item, again }: CheckRowProps): ReactElement {
  const { t } = useTranslation();
  const remark = useAutosave(remarkKey(siteId, item), item.remark, async (text) => {
    const kept = await call('visit.answer', { siteId, item: item.item, verdict: 'failed', remark: text });
    if (kept.ok) again();
    return kept;
  });
  return (
    <div className="check-remark">
      <TextField label={t('visit.remark')} hint={t('visit.remarkHint')} value={remark.text} maxLength={LONGEST_REMARK} onChange={(event) => remark.change(event.target.value)} onBlur={remark.save} />
      <SaveState {...remark} />
    </div>
  );
}
