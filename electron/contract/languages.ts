/** Languages of the app: main has words for all of them. */
export const appLanguages = ['en', 'fr', 'it', 'de', 'es', 'nl'] as const;
/** Languages a customer can read. */
export const customerLanguages = ['en', 'fr', 'it', 'de', 'es', 'nl'] as const;

/** A language of the app. */
export type AppLanguage = (typeof appLanguages)[number];

/** Those that the window speaks too, so that menu bar and page never differ: the only ones to choose from and to begin in. */
export const offeredLanguages = ['en', 'fr', 'it', 'de', 'es', 'nl'] as const satisfies readonly AppLanguage[];
/** A language to choose. */
export type OfferedLanguage = (typeof offeredLanguages)[number];
