import type { AppLanguage } from '../../contract/languages.ts';
import type { PaperKind } from '../../contract/papers.ts';
import type { Concern } from '../../links/background-run.ts';
import type { NoticeReason } from '../../sites/notices.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';

/** Labels of the menu bar. Keys of the system's own entries are the names of their roles. */
export type MenuWords = Readonly<Record<
  | 'file' | 'edit' | 'view' | 'window' | 'help' | 'newSite' | 'dayList' | 'link' | 'find' | 'settings' | 'siteMode' | 'guide' | 'document' | 'print' | 'recent' | 'noRecent' | 'showRecent'
  | 'about' | 'services' | 'hide' | 'hideOthers' | 'unhide' | 'quit' | 'close' | 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll'
  | 'resetZoom' | 'zoomIn' | 'zoomOut' | 'togglefullscreen' | 'minimize', string>>;

/** What a notification says. `one` and `other` by the language's plural rule; `{{count}}` is the number. */
export interface ConcernWords {
  readonly title: string;
  readonly one: string;
  readonly other: string;
}

/** Everything the main process says by itself, in one language. */
export interface Words {
  readonly menu: MenuWords;
  readonly concerns: Readonly<Record<Concern['kind'], ConcernWords>>;
  /** What an ordinary run says while nobody looks. It may stand on a locked screen: numbers, no names. */
  readonly notices: Readonly<Record<NoticeReason, ConcernWords>>;
  /** Title of the dialog that asks where the data shall lie. */
  readonly dataFolder: string;
  /** What the name of a saved paper begins with, in the language of the paper. */
  readonly papers: Readonly<Record<PaperKind, string>>;
  /** What the name of a customer's own file begins with, in the customer's language. */
  readonly customerFile: string;
  /** Titles of the dialogs for a takeover file, and the name of that kind of file. */
  readonly takeover: { readonly save: string; readonly open: string; readonly kind: string };
  /** Title of the dialog that asks for the company file, and the name of that kind of file. */
  readonly companyFile: { readonly title: string; readonly kind: string };
}

const catalogues: Readonly<Record<AppLanguage, Words>> = { en, fr, it, de, es, nl };

/** Main's words in `language`. */
export function wordsOf(language: AppLanguage): Words {
  return catalogues[language];
}

/** The first of the system's languages (BCP 47, the preferred one first) that is among `known`, or English. */
export function languageOf<Known extends AppLanguage>(systemLanguages: readonly string[], known: readonly Known[]): Known | 'en' {
  const primary = systemLanguages.map((tag) => tag.toLowerCase().split('-')[0]);
  return primary.flatMap((wanted) => known.filter((language) => language === wanted))[0] ?? 'en';
}

/** The text for `count`, by the plural rule of `language`; the number is written its way. */
export function counted({ one, other }: Pick<ConcernWords, 'one' | 'other'>, count: number, language: AppLanguage): string {
  const text = new Intl.PluralRules(language).select(count) === 'one' ? one : other;
  return text.replace('{{count}}', new Intl.NumberFormat(language).format(count));
}
