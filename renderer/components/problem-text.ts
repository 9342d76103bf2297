import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemCode } from '../../electron/contract/problems.ts';
import type { ProblemText } from '../i18n/problems/types.ts';

type Problems = Readonly<Record<ProblemCode, ProblemText>>;

/** One catalogue per language, loaded when the first problem shows; English for a language that has none yet. */
const loaders: Readonly<Record<string, () => Promise<{ readonly problems: Problems }>>> = {
  en: async () => import('../i18n/problems/en.ts'),
};

/** The text of a problem, or null during the moment in which the catalogue is loaded. */
export function useProblemText(code: ProblemCode): ProblemText | null {
  const { i18n } = useTranslation();
  const [problems, setProblems] = useState<Problems | null>(null);
  useEffect(() => {
    const load = loaders[i18n.language] ?? loaders['en'];
    void load?.().then((catalogue) => setProblems(catalogue.problems));
  }, [i18n.language]);
  return problems?.[code] ?? null;
}
