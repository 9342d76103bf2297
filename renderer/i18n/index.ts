import i18next, { type TFunction } from 'i18next';
import type { OfferedLanguage } from '../../electron/contract/languages.ts';
import { withAllPlurals } from './catalogue.ts';
import { loadOtherTexts, offered, startTexts } from './languages.ts';

/** What was asked for last: a catalogue that arrives after a newer wish is kept, but not shown. */
const wish = { language: '' };

/** The parts of catalogues that are there whole. A paper may have brought a few words of another one. */
const here = new Set<string>();

const loads = { start: startTexts, others: loadOtherTexts } as const;

async function bring(language: OfferedLanguage, part: keyof typeof loads): Promise<void> {
  if (here.has(`${part} ${language}`)) return;
  i18next.addResourceBundle(language, 'translation', withAllPlurals(await loads[part](language), language), true, true);
  here.add(`${part} ${language}`);
}

async function bringWhole(language: OfferedLanguage): Promise<void> {
  await Promise.all([bring(language, 'start'), bring(language, 'others')]);
}

/** The texts of `language` for something that is written in it, whatever the window speaks; English for one it does not know. */
export async function textsIn(language: string): Promise<TFunction> {
  const wanted = offered(language);
  await bringWhole(wanted);
  return i18next.getFixedT(wanted);
}

/** Makes the window speak `language` as soon as its whole catalogue is there; until then it speaks the language before. English for one it does not know. */
export async function speak(language: string): Promise<void> {
  const wanted = offered(language);
  wish.language = wanted;
  // What a start did not bring of the language that is spoken comes with the first screen that needs it.
  if (i18next.language === wanted) return;
  await bringWhole(wanted);
  if (wish.language !== wanted) return;
  await i18next.changeLanguage(wanted);
  document.documentElement.lang = wanted;
}

/** Brings the texts that a start does not show, in the language that is spoken. Whatever needs one of them is drawn after that. */
export async function bringOtherTexts(): Promise<void> {
  await bring(offered(i18next.language), 'others');
}

/** Makes ready what a start says in the first language; nothing is drawn before. No language stands in for another: the types demand every key of each. */
export async function prepareTexts(language: string): Promise<void> {
  const wanted = offered(language);
  wish.language = wanted;
  here.clear();
  await i18next.init({ lng: wanted, fallbackLng: false, resources: {}, interpolation: { escapeValue: false } });
  await bring(wanted, 'start');
  document.documentElement.lang = wanted;
}
