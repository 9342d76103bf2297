import type { rest } from './en.ts';
import type { start } from './en/start.ts';

type PluralBase<Key> = Key extends `${infer Base}_other` ? Base : never;

/** Texts with exactly the keys of `Node`; where a plural is, a language may add the form `_many` (French, Italian and Spanish have one for millions). */
type SameKeys<Node> = { readonly [Key in keyof Node]: Node[Key] extends string ? string : SameKeys<Node[Key]> } & { readonly [Key in keyof Node as `${PluralBase<Key>}_many`]?: string };

/** All texts of the app, as English has them. A group of words may be in both parts; a single text is in one. */
export type Words = typeof start & typeof rest;

/** The texts of the app in one language, in two parts: those that a start shows, and the others. A key that English has and this one lacks does not compile. */
export type StartTexts = SameKeys<typeof start>;
export type OtherTexts = SameKeys<typeof rest>;

/** Texts of any depth. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** `texts` with each plural form that `language` knows and the catalogue does not spell out: it reads like `_other`. */
export function withAllPlurals(texts: Texts, language: string): Texts {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const pairs = Object.entries(texts).flatMap(([key, value]): readonly (readonly [string, string | Texts])[] => {
    if (typeof value !== 'string') return [[key, withAllPlurals(value, language)]];
    if (!key.endsWith('_other')) return [[key, value]];
    const base = key.slice(0, -'_other'.length);
    return [...categories.map((category) => [`${base}_${category}`, value] as const), [key, value]];
  });
  // What the catalogue spells out goes before what was filled in.
  const spelled = Object.entries(texts).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries([...pairs, ...spelled]);
}
