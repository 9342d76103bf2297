import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemCode } from '../../electron/contract/problems.ts';
import { loadProblems, offered, type Problems } from '../i18n/languages.ts';
import type { ProblemText } from '../i18n/problems/types.ts';

/** The pages of all problems, or null during the moment in which they are loaded. */
export function useProblems(): Problems | null {
  const { i18n } = useTranslation();
  const language = offered(i18n.language);
  const [held, setHeld] = useState<{ readonly language: string; readonly problems: Problems } | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadProblems(language).then((problems) => void (wanted && setHeld({ language, problems })));
    return () => {
      wanted = false;
    };
  }, [language]);
  // The pages of the language before would stand among words of the new one.
  return held?.language === language ? held.problems : null;
}

/** The text of a problem, or null during the moment in which the catalogue is loaded. */
export function useProblemText(code: ProblemCode): ProblemText | null {
  return useProblems()?.[code] ?? null;
}
