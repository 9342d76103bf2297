import type { OfferedLanguage } from '../../../../electron/contract/languages.ts';
import type { Texts } from '../../../../renderer/i18n/catalogue.ts';
import { rest } from '../../../../renderer/i18n/en.ts';
import { start } from '../../../../renderer/i18n/en/start.ts';
import { loadOtherTexts, startTexts } from '../../../../renderer/i18n/languages.ts';

/** Both parts of a catalogue as one, as the window has them in the end. */
export function joined(first: Texts, second: Texts): Texts {
  const both = Object.entries(second).map(([key, value]): readonly [string, string | Texts] => {
    const before = first[key];
    return [key, typeof before === 'object' && typeof value === 'object' ? joined(before, value) : value];
  });
  return { ...first, ...Object.fromEntries(both) };
}

/** The whole English catalogue. */
export const wholeEnglish: Texts = joined(start, rest);

/** Loads the whole catalogue of a language. */
export async function loadWhole(language: OfferedLanguage): Promise<Texts> {
  return joined(startTexts(language), await loadOtherTexts(language));
}
