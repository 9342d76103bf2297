import type { CustomerCardText } from '../../../../renderer/i18n/cards/types.ts';
import type { Texts } from '../../../../renderer/i18n/catalogue.ts';
import type { Problems } from '../../../../renderer/i18n/languages.ts';

/** Every text with its place, for example `sites.title`. */
export function flat(texts: Texts, place = ''): ReadonlyMap<string, string> {
  return new Map(Object.entries(texts).flatMap(([key, value]): readonly (readonly [string, string])[] => {
    const here = place === '' ? key : `${place}.${key}`;
    return typeof value === 'string' ? [[here, value]] : [...flat(value, here)];
  }));
}

/** Placeholders and tags of a text, in order of the alphabet. */
export function marksOf(text: string): readonly string[] {
  return (text.match(/\{\{[^}]*\}\}|<[^>]*>/gu) ?? []).toSorted();
}

/** The English text that a key is compared with: a plural form that English does not know is compared with its `_other`. */
function model(english: ReadonlyMap<string, string>, key: string): string | undefined {
  return english.get(key) ?? english.get(key.replace(/_many$/u, '_other'));
}

/** Keys whose placeholders or tags differ from English. A form for exactly one may leave its number out. */
export function wrongMarks(english: ReadonlyMap<string, string>, texts: ReadonlyMap<string, string>): readonly string[] {
  return [...texts].flatMap(([key, text]) => {
    const wanted = marksOf(model(english, key) ?? '');
    const withoutCount = wanted.filter((mark) => mark !== '{{count}}');
    const same = (a: readonly string[], b: readonly string[]): boolean => JSON.stringify(a) === JSON.stringify(b);
    const isFine = same(marksOf(text), wanted) || (key.endsWith('_one') && same(marksOf(text), withoutCount));
    return isFine ? [] : [key];
  });
}

/** Keys that one catalogue has and the other lacks; `_many` may be there or not. */
export function differentKeys(english: ReadonlyMap<string, string>, texts: ReadonlyMap<string, string>): readonly string[] {
  const extra = [...texts.keys()].filter((key) => model(english, key) === undefined);
  return [...extra, ...[...english.keys()].filter((key) => !texts.has(key))];
}

/** Keys that read as in English though they have words of two letters and more. `allowed` are the same on purpose. */
export function untranslated(english: ReadonlyMap<string, string>, texts: ReadonlyMap<string, string>, allowed: (key: string, text: string) => boolean): readonly string[] {
  const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text.replaceAll(/\{\{[^}]*\}\}|<[^>]*>/gu, ''));
  return [...texts].filter(([key, text]) => english.get(key) === text && hasWords(text) && !allowed(key, text)).map(([key]) => key);
}

/** Words no electrician should have to know, in any of the languages. */
const jargon: Readonly<Record<string, RegExp>> = {
  en: /\b(tokens?|oauth2?|redirect\w*|scopes?)\b/iu,
  fr: /\b(tokens?|jetons?|oauth2?|redirections?|scopes?|portées? d’autorisation)\b/iu,
  it: /\b(token|oauth2?|reindirizzament\w*|redirect\w*|scopes?|ambiti?)\b/iu,
  de: /\b(tokens?|oauth2?|redirect\w*|scopes?|geltungsbereich\w*)\b/iu,
  es: /\b(tokens?|oauth2?|redirecci[oó]n\w*|redireccionamiento\w*|scopes?)\b/iu,
  nl: /\b(tokens?|oauth2?|redirect\w*|scopes?|omleiding\w*)\b/iu,
};

/** Places whose text holds a word of jargon. */
export function withJargon(language: string, texts: ReadonlyMap<string, string>): readonly string[] {
  const words = jargon[language] ?? jargon['en'];
  return [...texts].filter(([, text]) => words?.test(text)).map(([key, text]) => `${key}: ${text}`);
}

/** The texts of all problem pages by place, for example `L-21.steps.0`. */
export function flatProblems(problems: Problems): ReadonlyMap<string, string> {
  return new Map(Object.entries(problems).flatMap(([code, { title, effect, why, steps }]) => [
    [`${code}.title`, title], [`${code}.effect`, effect], [`${code}.why`, why], ...steps.map((step, index) => [`${code}.steps.${String(index)}`, step] as const),
  ] as const));
}

/** Words of a card besides its buttons. */
export function wordsOnCard({ title, access, password, end, refuse }: CustomerCardText): number {
  return [title, access, password, end, refuse].join(' ').replaceAll(/<[^>]*>/gu, '').split(/\s+/u).filter((word) => /[\p{L}\d]/u.test(word)).length;
}
