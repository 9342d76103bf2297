import type { ProblemCode } from '../../../electron/contract/problems.ts';
import type { Problems } from '../../i18n/languages.ts';

/** A problem that fits what was typed. */
export interface Found {
  readonly code: ProblemCode;
  readonly title: string;
}

/** Without accents and capitals: nobody looks for the right key when something is wrong. */
function simple(text: string, language: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase(language);
}

/** The digits of a code however it is spoken: `L-21`, `l21`, `L 21`, `21`. */
function digitsOf(query: string): string | null {
  return /^\s*l?[\s–-]*(?<digits>\d{1,2})\s*$/iu.exec(query)?.groups?.['digits'] ?? null;
}

/** Problems that fit `query`, by code or by words of title, effect and reason; those whose title fits come first. All for an empty one. */
export function findProblems(problems: Problems, query: string, language: string): readonly Found[] {
  const all = (Object.keys(problems) as ProblemCode[]).toSorted().map((code) => ({ code, title: problems[code].title }));
  const digits = digitsOf(query);
  if (digits !== null) return all.filter(({ code }) => code.slice(2).startsWith(digits));
  const words = simple(query, language).split(/\s+/u).filter(Boolean);
  const has = (text: string): boolean => words.every((word) => simple(text, language).includes(word));
  const inTitle = all.filter(({ title }) => has(title));
  const inText = all.filter((found) => !inTitle.includes(found) && has(`${found.title} ${problems[found.code].effect} ${problems[found.code].why}`));
  return [...inTitle, ...inText];
}
