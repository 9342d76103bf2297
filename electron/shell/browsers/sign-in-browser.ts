import type { BrowsersView, BrowserWindowView, SignInBrowserChoice } from '../../contract/browsers.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { SignInBrowser, SignInPage } from '../../links/sign-in-ports.ts';
import type { Clock, Random } from '../../oauth/ports.ts';
import { Secret } from '../../oauth/secret.ts';
import { isSignInAddress, openSignInPage, type SystemShell } from '../browser.ts';
import { createDoorway, type Doorway } from './doorway.ts';
import { pickBrowser, type InstalledBrowser } from './find.ts';
import { privateWindowCommand, type Command } from './launch.ts';

/** What the sign-in browser is built from. */
export interface SignInBrowserParts {
  readonly shell: SystemShell;
  readonly clock: Clock;
  readonly random: Random;
  readonly platform: NodeJS.Platform;
  readonly find: () => Promise<readonly InstalledBrowser[]>;
  readonly choice: () => SignInBrowserChoice;
  /** How the system calls its default browser; '' when it does not say. */
  readonly defaultName: () => string;
  readonly start: (command: Command) => Promise<boolean>;
  readonly copyText: (text: string) => Promise<Result<null>>;
}

/** The browser of the sign-in, and what the window may know of it. */
export interface SignInBrowsers extends SignInBrowser {
  view(): Promise<BrowsersView>;
  /** The browser whose private window would be used now; null when there is none. For *Ready for site*. */
  privateBrowser(): Promise<{ readonly name: string } | null>;
}

/** Milliseconds a browser may take to fetch the page before the person is told that it did not open (L-33). A cold start on a slow laptop takes some. */
const PATIENCE = 20_000;
/** Milliseconds for which what was found counts. */
const FRESH = 60_000;

type Window = { readonly browser: InstalledBrowser | null } & BrowserWindowView;

class Browsers implements SignInBrowsers {
  readonly #parts: SignInBrowserParts;
  readonly #doorway: Doorway;
  #found: { readonly at: number; readonly browsers: Promise<readonly InstalledBrowser[]> } | null = null;
  /** Where the last sign-in page was opened: a session that is left over lies there. */
  #last: Window | null = null;
  #stopWaiting: () => void = () => undefined;

  constructor(parts: SignInBrowserParts) {
    this.#parts = parts;
    this.#doorway = createDoorway(parts.random);
  }

  view = async (): Promise<BrowsersView> => {
    const installed = await this.#installed();
    const { name, isPrivate } = await this.#pick();
    return { installed: installed.map(({ id, name: shown, privateWindow }) => ({ id, name: shown, privateWindow })), chosen: this.#parts.choice(), used: { name, isPrivate } };
  };

  privateBrowser = async (): Promise<{ readonly name: string } | null> => {
    const browser = pickBrowser(await this.#installed(), 'auto', this.#parts.defaultName());
    return browser && { name: browser.name };
  };

  next = async (): Promise<BrowserWindowView> => {
    const { name, isPrivate } = await this.#pick();
    return { name, isPrivate };
  };

  openSignIn = async (page: SignInPage): Promise<Result<null>> => {
    const window = await this.#pick();
    const address = await this.#door(page);
    if (!address.ok) return address;
    this.#last = window;
    this.#stopWaiting();
    this.#stopWaiting = this.#parts.clock.after(PATIENCE, page.notShown);
    return this.#show(window, new Secret(address.value));
  };

  openSignOut = async (address: Secret): Promise<Result<null>> => this.#show(this.#last ?? (await this.#pick()), address);

  copyLink = async (page: SignInPage): Promise<Result<null>> => {
    const address = await this.#door(page);
    return address.ok ? this.#parts.copyText(address.value) : address;
  };

  shut = (): void => {
    this.#stopWaiting();
    void this.#doorway.shut();
  };

  async #installed(): Promise<readonly InstalledBrowser[]> {
    const now = this.#parts.clock.now();
    const age = this.#found ? now - this.#found.at : FRESH;
    if (!this.#found || age >= FRESH || age < 0) this.#found = { at: now, browsers: this.#parts.find() };
    return this.#found.browsers;
  }

  async #pick(): Promise<Window> {
    const browser = pickBrowser(await this.#installed(), this.#parts.choice(), this.#parts.defaultName());
    return { browser, name: browser?.name ?? null, isPrivate: browser !== null };
  }

  async #door(page: SignInPage): Promise<Result<string>> {
    if (!isSignInAddress(page.address.reveal())) return failure({ code: 'L-85', reason: 'address' });
    const entered = (formerMark: string | null): void => {
      this.#stopWaiting();
      page.shown(formerMark !== null && formerMark !== page.mark);
    };
    return this.#doorway.open({ target: page.address, mark: page.mark, entered });
  }

  /** A sign-out page stands on the command line as it is: it holds no secret. */
  async #show({ browser }: Window, address: Secret): Promise<Result<null>> {
    if (!browser) return openSignInPage(this.#parts.shell, address);
    if (!isSignInAddress(address.reveal())) return failure({ code: 'L-85', reason: 'address' });
    const started = await this.#parts.start(privateWindowCommand(browser, this.#parts.platform, address.reveal()));
    return started ? success(null) : failure({ code: 'L-33' });
  }
}

/** The sign-in browser of this computer: a private window of an installed browser, else the normal window of the default one. */
export function createSignInBrowser(parts: SignInBrowserParts): SignInBrowsers {
  return new Browsers(parts);
}
