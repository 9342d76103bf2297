import { useEffect, useState } from 'react';
import type { CustomerLanguage } from '../../i18n/cards/types.ts';
import { loadPaperWords } from '../../i18n/papers/load.ts';
import type { PaperWords } from '../../i18n/papers/types.ts';
import { loadDrawCode, type DrawCode } from './qr-code.tsx';

/** What a paper in one language is written with. */
export interface PaperKit {
  readonly language: CustomerLanguage;
  readonly words: PaperWords;
  readonly drawCode: DrawCode;
}

/** Loads the words of `language` and what draws codes; null until both are there, and while no language is known. A paper is shown whole or not at all. */
export function usePaperKit(language: CustomerLanguage | null): PaperKit | null {
  const [kit, setKit] = useState<PaperKit | null>(null);
  useEffect(() => {
    if (language === null) return undefined;
    let current = true;
    void Promise.all([loadPaperWords(language), loadDrawCode()]).then(([words, drawCode]) => void (current && setKit({ language, words, drawCode })));
    return () => {
      current = false;
    };
  }, [language]);
  return kit?.language === language ? kit : null;
}
