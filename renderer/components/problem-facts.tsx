import type { i18n } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../electron/contract/problems.ts';
import { dateTime } from '../i18n/format.ts';
import type { Words } from '../i18n/catalogue.ts';

type Reason = keyof Words['problem']['reasons'];

/** Only some reasons have words of their own. */
function isKnown(reason: string | undefined, i18n: i18n): reason is Reason {
  return reason !== undefined && i18n.exists(`problem.reasons.${reason}`);
}

/** What is known of this one problem beyond its code, in words. */
export function ProblemFacts({ problem }: { readonly problem: Problem }): ReactElement | null {
  const { t, i18n } = useTranslation();
  const { reason, laptopAt, serverAt, timeZone = '' } = problem;
  const facts = [
    isKnown(reason, i18n) ? t(`problem.reasons.${reason}`) : null,
    problem.code === 'L-31' && reason !== undefined ? t('problem.otherProgram', { program: reason }) : null,
    problem.at === undefined ? null : t('problem.copyOf', { when: dateTime(problem.at, i18n.language) }),
    problem.siteName === undefined ? null : t('problem.otherSite', { site: problem.siteName }),
    problem.field === undefined ? null : t('problem.field', { field: problem.field }),
    laptopAt === undefined || serverAt === undefined ? null : t('problem.clocks', { laptop: dateTime(laptopAt, i18n.language), server: dateTime(serverAt, i18n.language), zone: timeZone }),
    problem.port === undefined ? null : t('problem.port', { port: problem.port }),
  ].filter((fact) => fact !== null);
  if (facts.length === 0) return null;
  return (
    <ul className="problem-facts">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
