import { CircleSlash, UserRound, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RenewalOutcome, RenewalResult, RenewalsView } from '../../../electron/contract/views.ts';
import { Button } from '../../components/button.tsx';
import { StatusChip, type Tone } from '../../components/status-chip.tsx';
import { timeOfDay } from '../../i18n/format.ts';
import { problemScreen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { inOrder } from './round-words.ts';

const tones: Readonly<Record<RenewalOutcome, Tone>> = { renewed: 'ok', uncertain: 'warn', refused: 'warn', ended: 'bad', notSent: 'unknown', failed: 'bad' };
const ownIcons: Readonly<Partial<Record<RenewalOutcome, LucideIcon>>> = { ended: UserRound, notSent: CircleSlash };

/** What became of each link of the round; its site opens on a click, its problem too. */
export function ResultsPanel({ view }: { readonly view: RenewalsView }): ReactElement {
  const { t } = useTranslation();
  const results = inOrder(view);
  return (
    <section className="panel results-panel" aria-labelledby="renewals-results">
      <div className="row-between">
        <h2 id="renewals-results">{t('renewals.results')}</h2>
        {results.length > 0 && results.length < view.done ? <span className="small muted">{t('renewals.newest', { count: results.length })}</span> : null}
      </div>
      {results.length === 0 ? (
        <p className="muted">{view.round === 'running' ? t('renewals.waitingResults') : t('renewals.noResults')}</p>
      ) : (
        <ul className="results">
          {results.map((result) => (
            <Result key={result.siteId} result={result} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Result({ result }: { readonly result: RenewalResult }): ReactElement {
  const { t, i18n } = useTranslation();
  const { goTo, screen } = useSession();
  const { problem, outcome } = result;
  const icon = ownIcons[outcome];
  return (
    <li className="result">
      <button type="button" className="result-site" onClick={() => goTo({ name: 'sites', siteId: result.siteId })}>
        <span className="result-name">{result.siteName}</span>
        <time className="small muted" dateTime={new Date(result.at).toISOString()}>
          {timeOfDay(result.at, i18n.language)}
        </time>
      </button>
      <StatusChip tone={tones[outcome]} {...(icon ? { icon } : {})}>
        {t(`renewals.outcomes.${outcome}`)}
      </StatusChip>
      <span className="result-problem">
        {problem ? (
          <Button variant="quiet" size="small" aria-label={t('renewals.problemOf', { code: problem.code, site: result.siteName })} onClick={() => goTo(problemScreen(problem, screen, result.at))}>
            {problem.code}
          </Button>
        ) : null}
      </span>
    </li>
  );
}
