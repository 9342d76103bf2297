import type { App } from 'electron';
import type { ReturnSource } from '../links/sign-in-ports.ts';

/** Takes a return as it came, unparsed. It may hold a code: never log it. */
export type ReturnListener = (raw: string, source: ReturnSource) => void;

/** The one place where every return arrives. What comes before anybody listens waits in order. */
export interface Inbox {
  /** False: refused, because it is too long or too many are waiting. */
  push(raw: string, source: ReturnSource): boolean;
  /** Hands over what waited, then everything as it comes. The last listener attached is the one that hears. */
  attach(listener: ReturnListener): void;
}

const MOST_WAITING = 20;
/** In characters. */
const LONGEST_RETURN = 16 * 1024;

/** A new, empty inbox. */
export function createInbox(): Inbox {
  const waiting: { readonly raw: string; readonly source: ReturnSource }[] = [];
  let listener: ReturnListener | null = null;
  return {
    push(raw, source) {
      if (raw.length > LONGEST_RETURN || (!listener && waiting.length >= MOST_WAITING)) return false;
      if (listener) listener(raw, source);
      else waiting.push({ raw, source });
      return true;
    },
    attach(next) {
      listener = next;
      for (const { raw, source } of waiting.splice(0)) next(raw, source);
    },
  };
}

/** Stands before a return on our command line; written into the registration of the scheme. */
export const RETURN_MARKER = '--auth-callback';

function schemeOf(argument: string): string | null {
  return /^([a-z][a-z0-9+.-]*):/i.exec(argument)?.[1]?.toLowerCase() ?? null;
}

/**
 * The return on a command line: the marker anywhere, a `--`, and exactly one address of an accepted scheme, which is the last argument.
 * Chromium puts switches it adds or moves before the `--`, so they do no harm; anything after the address does, and is refused. Else null.
 */
export function returnFromArguments(argv: readonly string[], isReturnScheme: (scheme: string) => boolean): string | null {
  const addresses = argv.filter((argument) => {
    const scheme = schemeOf(argument);
    return scheme !== null && isReturnScheme(scheme);
  });
  const last = argv.at(-1);
  const terminator = argv.indexOf('--');
  if (last === undefined || addresses.length !== 1 || addresses[0] !== last) return null;
  return argv.includes(RETURN_MARKER) && terminator !== -1 && terminator < argv.length - 1 ? last : null;
}

/** What `attachReturns` needs. `argv`: our own command line. `isReturnScheme`: see scheme.ts. */
export interface ReturnsOptions {
  readonly argv: readonly string[];
  readonly isReturnScheme: (scheme: string) => boolean;
}

/**
 * Connects the three ways in which the system hands over a return. Call it at the top of the program, before `ready`: on macOS a return
 * that starts the program is lost otherwise. The command line is read only by the program that holds the single-instance lock.
 */
export function attachReturns(app: Pick<App, 'on'>, inbox: Inbox, { argv, isReturnScheme }: ReturnsOptions): void {
  app.on('open-url', (event, url) => {
    event.preventDefault();
    inbox.push(url, 'open-url');
  });
  app.on('second-instance', (_event, arguments_) => {
    const url = returnFromArguments(arguments_, isReturnScheme);
    if (url !== null) inbox.push(url, 'second-instance');
  });
  const first = returnFromArguments(argv, isReturnScheme);
  if (first !== null) inbox.push(first, 'argv');
}
