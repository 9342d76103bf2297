import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { withAllPlurals } from './catalogue.ts';
import { loadTexts, offered } from './languages.ts';

/** What was asked for last: a catalogue that arrives after a newer wish is kept, but not shown. */
const wish = { language: '' };

/** Languages whose whole catalogue is there. A paper may have brought a part of another one. */
const whole = new Set<string>();

/** Makes the window speak `language` as soon as its catalogue is there; until then it speaks the language before. English for one it does not know. */
export async function speak(language: string): Promise<void> {
  const wanted = offered(language);
  wish.language = wanted;
  if (!whole.has(wanted)) {
    i18next.addResourceBundle(wanted, 'translation', withAllPlurals(await loadTexts(wanted), wanted), true, true);
    whole.add(wanted);
  }
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
