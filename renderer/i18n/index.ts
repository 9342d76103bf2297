import i18next, { type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { withAllPlurals } from './catalogue.ts';
import { loadTexts, offered } from './languages.ts';

/** What was asked for last: a catalogue that arrives after a newer wish is kept, but not shown. */
const wish = { language: '' };

/** Languages whose whole catalogue is there. A paper may have brought a part of another one. */
const whole = new Set<string>();

async function bring(language: ReturnType<typeof offered>): Promise<void> {
  if (whole.has(language)) return;
  i18next.addResourceBundle(language, 'translation', withAllPlurals(await loadTexts(language), language), true, true);
  whole.add(language);
}

/** The texts of `language` for something that is written in it, whatever the window speaks; English for one it does not know. */
export async function textsIn(language: string): Promise<TFunction> {
  const wanted = offered(language);
  await bring(wanted);
  return i18next.getFixedT(wanted);
}

/** Makes the window speak `language` as soon as its catalogue is there; until then it speaks the language before. English for one it does not know. */
export async function speak(language: string): Promise<void> {
  const wanted = offered(language);
  wish.language = wanted;
  await bring(wanted);
  if (wish.language !== wanted) return;
  await i18next.changeLanguage(wanted);
  document.documentElement.lang = wanted;
}

/** Makes the first language ready; nothing is drawn before. No language stands in for another: the types demand every key of each. */
export async function prepareTexts(language: string): Promise<void> {
  whole.clear();
  await i18next.use(initReactI18next).init({ lng: offered(language), fallbackLng: false, resources: {}, interpolation: { escapeValue: false } });
  await speak(language);
}
