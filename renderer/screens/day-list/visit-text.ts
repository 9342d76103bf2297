import { dateTime, shortDate } from '../../i18n/format.ts';

/** A visit as the site book writes it (`2031-12-31`, `2031-12-31T14:30`) in the words of a language. */
export function visitText(visit: string, language: string): string {
  const at = Date.parse(visit.length > 10 ? visit : `${visit}T00:00`);
  return visit.length > 10 ? dateTime(at, language) : shortDate(at, language);
}
