import { describe, expect, it } from 'vitest';
import { builtInChecks, LONGEST_CHECK, LONGEST_CRITERION } from '../../../../electron/contract/visit-limits.ts';
import * as de from '../../../../renderer/i18n/de/visit.ts';
import * as en from '../../../../renderer/i18n/en/visit.ts';
import * as es from '../../../../renderer/i18n/es/visit.ts';
import * as fr from '../../../../renderer/i18n/fr/visit.ts';
import * as it_ from '../../../../renderer/i18n/it/visit.ts';
import * as nl from '../../../../renderer/i18n/nl/visit.ts';
import { differentKeys, flat, withJargon, wrongMarks } from './checks.ts';

const catalogues = { de, es, fr, it: it_, nl } as const;
const english = flat({ ...en });

describe('the words of a visit', () => {
  it.each(Object.entries(catalogues))('have the keys and placeholders of English, and no jargon (%s)', (language, texts) => {
    const words = flat({ ...texts });
    expect([differentKeys(english, words), wrongMarks(english, words), withJargon(language, words)]).toEqual([[], [], []]);
  });

  it.each(Object.entries({ ...catalogues, en }))('name each check that the program brings along, short enough to be edited (%s)', (_language, { checkItems }) => {
    for (const item of builtInChecks) {
      expect(checkItems[item].title.length).toBeLessThanOrEqual(LONGEST_CHECK);
      expect(checkItems[item].criterion.length).toBeLessThanOrEqual(LONGEST_CRITERION);
    }
  });
});
