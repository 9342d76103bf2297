import type { Answer, Argument, CallName } from './calls.ts';
import type { Result } from './result.ts';
import type { SiteFilter } from './site-groups.ts';

/** The one channel on which the window asks and main answers. */
export const CALL_CHANNEL = 'liaison:call';
/** The one channel on which main hints that something changed. The window asks again; no data travels here. */
export const CHANGED_CHANNEL = 'liaison:changed';

/** The one channel on which main passes on what a person chose in the menu bar. */
export const COMMAND_CHANNEL = 'liaison:command';

/** What the menu bar can ask of the window; the window has the same by keyboard. */
export type PlainCommand = 'newSite' | 'dayList' | 'find' | 'link' | 'recent' | 'settings' | 'help' | 'about' | 'siteMode' | 'document' | 'print';
/** Besides: the page of one site, and a part of the list. */
export type Command = PlainCommand | { readonly openSite: string } | { readonly showSites: SiteFilter };

/** What a hint can be about. */
export type ChangedTopic = 'app' | 'profile' | 'sites' | 'attempt' | 'renewals' | 'practice' | 'readiness' | 'updates';

/** What the preload script exposes as `window.liaison`: typed by the contract, and nothing else. */
export interface LiaisonBridge {
  call<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Result<Answer<Name>>>;
  /** Calls `listener` at each hint; the returned function ends that. */
  onChanged(listener: (topic: ChangedTopic) => void): () => void;
  /** Calls `listener` at each command of the menu bar; the returned function ends that. */
  onCommand(listener: (command: Command) => void): () => void;
}
