import type { TFunction } from 'i18next';
import type { TemplateItem } from '../../electron/contract/visit.ts';
import { builtInChecks } from '../../electron/contract/visit-limits.ts';

/** What a check says to a person. */
export interface CheckWords {
  readonly title: string;
  readonly criterion: string;
}

/** The words of a check: its own, or those of the program in the language of `t`. */
export function checkWords(t: TFunction, { item, title, criterion }: TemplateItem): CheckWords {
  const builtIn = title === '' ? builtInChecks.find((known) => known === item) : undefined;
  // A check that a newer program brought along has no words here; its key says at least something.
  if (builtIn === undefined) return { title: title === '' ? item : title, criterion };
  return { title: t(`checkItems.${builtIn}.title`), criterion: t(`checkItems.${builtIn}.criterion`) };
}
