import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { StartView } from '../../electron/contract/views.ts';
import { en } from './en.ts';

type Catalogue<Node> = { readonly [Key in keyof Node]: Node[Key] extends string ? string : Catalogue<Node[Key]> };

/** One catalogue per language of the app; a missing key does not compile. */
const catalogues: Readonly<Record<StartView['language'], Catalogue<typeof en>>> = { en };

/** Makes the catalogue ready; nothing is loaded from anywhere. */
export async function prepareTexts(language: StartView['language']): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { [language]: { translation: catalogues[language] } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}
