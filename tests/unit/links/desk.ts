import { vi } from 'vitest';
import type { BrowserWindowView } from '../../../electron/contract/browsers.ts';
import type { Problem } from '../../../electron/contract/problems.ts';
import { success, type Result } from '../../../electron/contract/result.ts';
import type { AttemptView } from '../../../electron/contract/views.ts';
import { createSignIn } from '../../../electron/links/sign-in.ts';
import type { ReturnRoutes, SignInPage, ReturnSource, ReturnVerdict, SignIn } from '../../../electron/links/sign-in-ports.ts';
import type { CompanyProfile } from '../../../electron/oauth/company-profile.ts';
import type { Discovery } from '../../../electron/oauth/discovery.ts';
import type { HttpOutcome } from '../../../electron/oauth/ports.ts';
import { CountingRandom, ManualClock, MemoryLinks, profile, ScriptedHttp, settle } from './fakes.ts';

/** One desk with everything around it, and what a browser and a person do with it. */
export class Desk {
  readonly clock = new ManualClock();
  readonly http = new ScriptedHttp();
  readonly links = new MemoryLinks();
  readonly opened: string[] = [];
  readonly copied: string[] = [];
  readonly signOuts: string[] = [];
  readonly history: string[] = [];
  readonly seen: string[] = [];
  readonly prepare = vi.fn<ReturnRoutes['prepare']>(async () => success(null));
  readonly release = vi.fn<ReturnRoutes['release']>();
  profile: CompanyProfile | null = profile;
  storage: Problem | null = null;
  discovery: Discovery | null = null;
  window: BrowserWindowView = { name: 'Edge', isPrivate: true };
  /** The page that was opened or copied last. */
  page: SignInPage | null = null;
  browser: Result<null> | Promise<Result<null>> = success(null);
  changes = 0;
  proven = 0;
  askBackground = false;
  readonly signIn: SignIn;

  constructor() {
    this.signIn = createSignIn({
      clock: this.clock,
      secretEndsAt: () => null,
      companyProven: () => void (this.proven += 1),
      askBackground: () => this.askBackground,
      random: new CountingRandom(),
      http: this.http,
      links: this.links,
      routes: { prepare: this.prepare, release: this.release },
      browser: {
        next: async () => this.window,
        openSignIn: async (page) => {
          this.opened.push(page.address.reveal());
          this.page = page;
          return this.browser;
        },
        openSignOut: async (address) => {
          this.signOuts.push(address.reveal());
          return success(null);
        },
        copyLink: async (page) => {
          this.copied.push(page.address.reveal());
          this.page = page;
          return success(null);
        },
        shut: () => undefined,
      },
      homesSeen: (siteId, homes) => void this.seen.push(`${siteId} ${homes.map(({ id }) => id).join(' ')}`),
      profile: () => this.profile,
      discovery: () => this.discovery,
      canStore: () => this.storage,
      siteName: (siteId) => (siteId === 'unknown' ? null : `Name of ${siteId}`),
      history: (siteId, event) => this.history.push(`${siteId} ${event}`),
      noted: () => undefined,
      changed: () => {
        this.changes += 1;
      },
    });
  }

  get step(): AttemptView['step'] {
    return this.signIn.view().step;
  }

  get problem(): Problem | null | undefined {
    const view = this.signIn.view();
    return 'problem' in view ? view.problem : undefined;
  }

  get state(): string {
    return new URL(this.opened.at(-1) ?? '').searchParams.get('state') ?? '';
  }

  returnAddress(parameters: Record<string, string> = {}): string {
    return `${profile.redirectUri}?${new URLSearchParams({ code: 'canary-code', state: this.state, ...parameters }).toString()}`;
  }

  comeBack(source: ReturnSource = 'open-url'): ReturnVerdict {
    return this.signIn.accept(this.returnAddress(), source);
  }

  async toConfirming(): Promise<void> {
    await this.signIn.start('site-1');
    this.comeBack();
    await settle();
    if (this.step !== 'confirming') throw new Error(`the good way ended at ${this.step}`);
  }
}

/** An answer that comes when the test says so. */
export const pending = (): { readonly promise: Promise<HttpOutcome>; readonly resolve: (outcome: HttpOutcome) => void } => Promise.withResolvers<HttpOutcome>();
