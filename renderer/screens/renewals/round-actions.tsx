import { Pause, Play, RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';
import type { PartProps } from './renewals-screen.tsx';
import type { Headline } from './round-words.ts';

/** What a person may do with the round: start, pause, go on. */
export function RoundActions({ view, headline, again }: PartProps & { readonly headline: Headline }): ReactElement | null {
  if (headline === 'none' || headline === 'storage') return null;
  // While the company is the suspect there is one thing to do, and it stands above.
  if (view.companyProblem && view.round !== 'paused' && view.round !== 'running') return null;
  if (view.round === 'paused') return <GoOn primary={view.companyProblem === null} again={again} />;
  if (view.round === 'running' || view.round === 'waiting') return <PauseRound again={again} />;
  return <Start view={view} again={again} />;
}

function Start({ view, again }: PartProps): ReactElement {
  const { t } = useTranslation();
  const { start } = useSession();
  const begin = useAction('renewals.start');
  const disabled = begin.busy || start.storageProblem !== null;
  const due = view.counts.due > 0;
  return (
    <>
      <div className="actions">
        {due ? (
          <Button variant="primary" enter disabled={disabled} onClick={() => begin.run({ scope: 'due' }, again)}>
            <RefreshCw size={20} aria-hidden="true" />
            {t('renewals.renewDue')}
          </Button>
        ) : null}
        <Button variant={due ? 'quiet' : 'secondary'} disabled={disabled} onClick={() => begin.run({ scope: 'all' }, again)}>{t('renewals.renewAll')}</Button>
        {due ? null : <span className="small muted">{t('renewals.renewAllHint')}</span>}
      </div>
      {begin.problem ? <ProblemNote problem={begin.problem} /> : null}
    </>
  );
}

function PauseRound({ again }: Pick<PartProps, 'again'>): ReactElement {
  const { t } = useTranslation();
  const pause = useAction('renewals.pause');
  return (
    <>
      <div className="actions">
        <Button disabled={pause.busy} onClick={() => pause.run(undefined, again)}>
          <Pause size={20} aria-hidden="true" />
          {t('renewals.pause')}
        </Button>
      </div>
      {pause.problem ? <ProblemNote problem={pause.problem} /> : null}
    </>
  );
}

function GoOn({ primary, again }: Pick<PartProps, 'again'> & { readonly primary: boolean }): ReactElement {
  const { t } = useTranslation();
  const resume = useAction('renewals.resume');
  return (
    <>
      <div className="actions">
        <Button variant={primary ? 'primary' : 'secondary'} enter={primary} disabled={resume.busy} onClick={() => resume.run(undefined, again)}>
          <Play size={20} aria-hidden="true" />
          {t('renewals.goOn')}
        </Button>
      </div>
      {resume.problem ? <ProblemNote problem={resume.problem} /> : null}
    </>
  );
}
