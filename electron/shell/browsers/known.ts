import type { BrowserId } from '../../contract/browsers.ts';

/** How the rule of a company that forbids private windows is called: the value `forbids` under this name. */
export interface PrivateRule {
  readonly name: string;
  readonly forbids: number;
}

/** What the program knows of a browser before it looks for it. */
export interface KnownBrowser {
  readonly id: BrowserId;
  readonly name: string;
  /** Opens a private window; the address comes after them, last. */
  readonly privateArguments: readonly string[];
  readonly rule: PrivateRule;
  /** `folders` below the program folders of Windows; `policy` below SOFTWARE\Policies. Null: not looked for there. */
  readonly windows: { readonly executable: string; readonly folders: readonly string[]; readonly policy: string } | null;
  /** `app`: the bundle's folder; `policy`: the domain of managed preferences. */
  readonly mac: { readonly bundleId: string; readonly app: string; readonly policy: string } | null;
  /** Commands on PATH, and where the rules of the company lie: a folder of JSON files, or one file. */
  readonly linux: { readonly commands: readonly string[]; readonly policy: string };
}

const incognito: PrivateRule = { name: 'IncognitoModeAvailability', forbids: 1 };

/**
 * The browsers whose private window can be asked for on a command line, in the order in which they are offered where none of them is
 * the default one. Sources: learn.microsoft.com (Edge: --inprivate, InPrivateModeAvailability), chromeenterprise.google (Chrome),
 * support.brave.com, mozilla.github.io/policy-templates (DisablePrivateBrowsing) and Firefox's command line options.
 */
export const knownBrowsers: readonly KnownBrowser[] = [
  {
    id: 'edge', name: 'Edge', privateArguments: ['--inprivate'], rule: { name: 'InPrivateModeAvailability', forbids: 1 },
    windows: { executable: 'msedge.exe', folders: [String.raw`Microsoft\Edge\Application`], policy: String.raw`Microsoft\Edge` },
    mac: { bundleId: 'com.microsoft.edgemac', app: 'Microsoft Edge.app', policy: 'com.microsoft.Edge' },
    linux: { commands: ['microsoft-edge', 'microsoft-edge-stable'], policy: '/etc/opt/edge/policies/managed' },
  },
  {
    id: 'chrome', name: 'Chrome', privateArguments: ['--incognito'], rule: incognito,
    windows: { executable: 'chrome.exe', folders: [String.raw`Google\Chrome\Application`], policy: String.raw`Google\Chrome` },
    mac: { bundleId: 'com.google.Chrome', app: 'Google Chrome.app', policy: 'com.google.Chrome' },
    linux: { commands: ['google-chrome', 'google-chrome-stable'], policy: '/etc/opt/chrome/policies/managed' },
  },
  {
    id: 'firefox', name: 'Firefox', privateArguments: ['-private-window'], rule: { name: 'DisablePrivateBrowsing', forbids: 1 },
    windows: { executable: 'firefox.exe', folders: ['Mozilla Firefox'], policy: String.raw`Mozilla\Firefox` },
    mac: { bundleId: 'org.mozilla.firefox', app: 'Firefox.app', policy: 'org.mozilla.firefox' },
    linux: { commands: ['firefox', 'firefox-esr'], policy: '/etc/firefox/policies/policies.json' },
  },
  {
    id: 'brave', name: 'Brave', privateArguments: ['--incognito'], rule: incognito,
    windows: { executable: 'brave.exe', folders: [String.raw`BraveSoftware\Brave-Browser\Application`], policy: String.raw`BraveSoftware\Brave` },
    mac: { bundleId: 'com.brave.Browser', app: 'Brave Browser.app', policy: 'com.brave.Browser' },
    linux: { commands: ['brave-browser', 'brave'], policy: '/etc/brave/policies/managed' },
  },
  {
    // Nobody installs it on a company's Windows or Mac; on Linux it is the usual one.
    id: 'chromium', name: 'Chromium', privateArguments: ['--incognito'], rule: incognito,
    windows: null, mac: null,
    linux: { commands: ['chromium', 'chromium-browser'], policy: '/etc/chromium/policies/managed' },
  },
];
