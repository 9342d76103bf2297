/** Languages of the app. Which of them the window offers is told by its list of catalogues in renderer/i18n/languages.ts. */
export const appLanguages = ['en', 'fr', 'it', 'de', 'es', 'nl'] as const;
/** Languages a customer can read. */
export const customerLanguages = ['en', 'fr', 'it', 'de', 'es', 'nl'] as const;

/** A language of the app. */
export type AppLanguage = (typeof appLanguages)[number];
