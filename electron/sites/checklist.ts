import type { CheckAnswer, CheckItem, ChecklistView, TemplateItem } from '../contract/visit.ts';
import { builtInChecks } from '../contract/visit-limits.ts';
import { failure, success, type Result } from '../contract/result.ts';

/** The checks that the program brings along. They have no words here: those are in the language in which they are read. */
export const builtInTemplate: readonly TemplateItem[] = builtInChecks.map((item) => ({ item, title: '', criterion: '' }));

/** Where checklists live. Changes are on disk, synced, when a method returns success; else L-62. */
export interface ChecklistStore {
  /** The template that a person made; empty: there is none, the built-in one counts. */
  template(): readonly TemplateItem[];
  /** Puts a template in the place of the one there is; an empty one: the built-in one counts again. */
  saveTemplate(items: readonly TemplateItem[]): Result<null>;
  /** The checks of a site, in their order; empty: none was answered yet. */
  items(siteId: string): readonly CheckItem[];
  /** Writes these checks down, each in its place; those that are not named stay. L-81 for an unknown site. */
  save(siteId: string, items: readonly CheckItem[]): Result<null>;
}

/** The template a new checklist is made from. */
export function templateOf(own: readonly TemplateItem[]): readonly TemplateItem[] {
  return own.length === 0 ? builtInTemplate : own;
}

/** A checklist of which nothing is answered. */
export function unanswered(template: readonly TemplateItem[]): readonly CheckItem[] {
  return template.map(({ item, title, criterion }) => ({ item, title, criterion, verdict: 'open', at: null, who: '', remark: '' }));
}

/** The checks of a site: its own, or those of the template while it has none. */
export function checksOf(store: Pick<ChecklistStore, 'template' | 'items'>, siteId: string): readonly CheckItem[] {
  const own = store.items(siteId);
  return own.length === 0 ? unanswered(templateOf(store.template())) : own;
}

/** The checks after an answer, given by `who` at `at` (milliseconds since 1970-01-01 UTC). L-81 when there is no such check. */
export function answered(items: readonly CheckItem[], { item, verdict, remark }: CheckAnswer, at: number, who: string): Result<readonly CheckItem[]> {
  if (!items.some((each) => each.item === item)) return failure({ code: 'L-81', field: 'item' });
  const isOpen = verdict === 'open';
  const given = { verdict, at: isOpen ? null : at, who: isOpen ? '' : who, remark: verdict === 'failed' ? remark : '' };
  return success(items.map((each) => (each.item === item ? { ...each, ...given } : each)));
}

/** Whether nothing is open any more. */
export function isComplete(items: readonly CheckItem[]): boolean {
  return items.length > 0 && items.every(({ verdict }) => verdict !== 'open');
}

/** A checklist as the window may know it. */
export function checklistView(items: readonly CheckItem[]): ChecklistView {
  const count = (wanted: (item: CheckItem) => boolean): number => items.filter(wanted).length;
  return { items: [...items], answered: count(({ verdict }) => verdict !== 'open'), failed: count(({ verdict }) => verdict === 'failed') };
}

/** Whether a template can be used: each check once, and words for those that the program does not bring along. */
export function isUsableTemplate(items: readonly TemplateItem[]): boolean {
  const known: ReadonlySet<string> = new Set(builtInChecks);
  return new Set(items.map(({ item }) => item)).size === items.length && items.every(({ item, title }) => title !== '' || known.has(item));
}
