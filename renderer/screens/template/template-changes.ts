import type { TemplateItem } from '../../../electron/contract/visit.ts';

/** The template with a check in its place: in that of the one with the same id, or at the end. */
export function withItem(items: readonly TemplateItem[], item: TemplateItem): readonly TemplateItem[] {
  return items.some((each) => each.item === item.item) ? items.map((each) => (each.item === item.item ? item : each)) : [...items, item];
}

/** The template with the check at `place` moved by one; as it was where there is no further. */
export function moved(items: readonly TemplateItem[], place: number, by: -1 | 1): readonly TemplateItem[] {
  const item = items[place];
  const next = place + by;
  return item === undefined || next < 0 || next >= items.length ? items : items.toSpliced(place, 1).toSpliced(next, 0, item);
}

/** The template without the check at `place`. */
export function without(items: readonly TemplateItem[], place: number): readonly TemplateItem[] {
  return items.toSpliced(place, 1);
}
