import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemCode } from '../../../electron/contract/problems.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import type { ConfirmingAttempt } from './confirm-step.tsx';
import type { StepProps } from './link-screen.tsx';
import { useStartOver } from './start-over.ts';

/** Somebody was already signed in. */
const CODE: ProblemCode = 'L-27';

type Doubt = NonNullable<ConfirmingAttempt['doubt']>;

const isGraveDoubt = (doubt: Doubt): boolean => doubt !== 'normalWindow';

/** Why it is doubtful whose account this is; the first thing to read. */
export function DoubtNotice({ doubt }: { readonly doubt: Doubt }): ReactElement {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <Notice tone={isGraveDoubt(doubt) ? 'bad' : 'warn'}>
        <strong>{CODE}</strong> {t(`signIn.doubts.${doubt}`)}
      </Notice>
    </div>
  );
}

/**
 * It is doubtful whose account this is (L-27). A yes needs one deliberate act more; where somebody was very likely signed in before,
 * starting again is what the one large button does.
 */
export function DoubtfulDecision({ attempt, again }: Pick<StepProps, 'again'> & { readonly attempt: ConfirmingAttempt }): ReactElement {
  const { t } = useTranslation();
  const [read, setRead] = useState(false);
  const [doubt] = useState<Doubt>(attempt.doubt ?? 'fast');
  const confirm = useAction('link.confirm');
  const reject = useAction('link.reject');
  const startOver = useStartOver(attempt.siteId, again);
  const busy = confirm.busy || reject.busy;
  const problem = confirm.problem ?? reject.problem;
  const isGrave = isGraveDoubt(doubt);
  const leave = (): void => reject.run(undefined, () => startOver(true), again);
  const yes = <Button variant={isGrave ? 'secondary' : 'primary'} disabled={busy || !read} onClick={() => confirm.run({ readAloud: true }, again, again)}>{t('link.confirmYes')}</Button>;
  return (
    <section className="stack doubt">
      <label className="tick">
        <input type="checkbox" checked={read} onChange={(event) => setRead(event.target.checked)} />
        {attempt.homes === null ? t('signIn.readAloudKeyless') : t('signIn.readAloud')}
      </label>
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="actions stage-actions">
        {isGrave ? <Button variant="primary" disabled={busy} onClick={leave}>{t('signIn.startOver')}</Button> : yes}
        {isGrave ? yes : null}
        <Button disabled={busy} onClick={() => reject.run(undefined, again, again)}>{t('link.confirmNo')}</Button>
      </div>
    </section>
  );
}
