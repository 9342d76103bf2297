import path from 'node:path';
import type { App, Clipboard, Menu, NativeTheme, Net, Session, Shell } from 'electron';
import { customerLanguages, offeredLanguages } from '../contract/languages.ts';
import type { RecentSite } from '../contract/recent.ts';
import { createCalm, type Calm } from '../links/calm.ts';
import { dress } from './appearance.ts';
import { isLoopback } from '../oauth/endpoints.ts';
import { createSimulation, type Simulation } from '../practice/simulation.ts';
import { backgroundState, setBackground } from './background.ts';
import { findBrowsers } from './browsers/find.ts';
import { startBrowser } from './browsers/launch.ts';
import { createSignInBrowser, type SignInBrowsers } from './browsers/sign-in-browser.ts';
import { thisSystem } from './browsers/system.ts';
import { copyText } from './clipboard.ts';
import { systemClock } from './clock.ts';
import { createClockWitness, type ClockWitness } from './clock-witness.ts';
import { createHttp, READ_PARTITION, TOKEN_PARTITION, type Http } from './http.ts';
import { createLog, type Log } from './log.ts';
import { createLogFile } from './log-file.ts';
import { openPreferences } from './open-preferences.ts';
import type { Preferences } from './preferences.ts';
import type { BackgroundSwitch } from './program.ts';
import { systemRandom } from './random.ts';
import { createProxyPassword, type ProxyPassword } from './proxy-password.ts';
import type { Launch } from './scheme.ts';
import { languageOf } from './words/words.ts';
import { keepLocalState, restoreLocalState, type LocalStatePlace } from './storage/local-state.ts';

/** What outlives every workplace. */
export interface Base {
  readonly http: Http;
  readonly proxyPassword: ProxyPassword;
  readonly preferences: Preferences;
  readonly log: Log;
  readonly calm: Calm;
  readonly clockWitness: Pick<ClockWitness, 'standing'>;
  readonly background: BackgroundSwitch;
  /** Menu bar and colours follow the preferences: at the start and after each change. */
  dress(recent?: readonly RecentSite[]): void;
  /** Whether a server at this address can be reached at all: one on this computer always. */
  readonly isOnline: (address: string) => boolean;
  /** What practice plays now; nothing in reality asks for it. */
  readonly simulation: Simulation;
  readonly browser: SignInBrowsers;
  /** The key store has just opened a vault: on Windows Chromium's key is worth a copy now, and a minute later, when Chromium has written a new one. */
  keyOpened(): void;
}

/** The parts of Electron that a base is made of. */
export interface BaseParts {
  readonly app: Pick<App, 'getPath' | 'getPreferredSystemLanguages' | 'getLoginItemSettings' | 'setLoginItemSettings' | 'getApplicationNameForProtocol'>;
  readonly net: Pick<Net, 'request' | 'isOnline'>;
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
  readonly nativeTheme: Pick<NativeTheme, 'themeSource'>;
  readonly session: { fromPartition(partition: string, options: { cache: boolean }): Session };
  readonly shell: Pick<Shell, 'openExternal'>;
  readonly clipboard: Pick<Clipboard, 'writeText'>;
  readonly launch: Launch;
}

const A_MINUTE = 60_000;

function localState({ app, launch }: Pick<BaseParts, 'app' | 'launch'>): LocalStatePlace {
  return { folder: app.getPath('sessionData'), platform: launch.platform, at: systemClock.now() };
}

/** Before Electron is ready: puts back what Chromium lost of the key on Windows. */
export function restoreKey(parts: Pick<BaseParts, 'app' | 'launch'>): void {
  restoreLocalState(localState(parts));
}

function signInBrowser({ app, shell, clipboard, launch }: BaseParts, preferences: Preferences): SignInBrowsers {
  return createSignInBrowser({
    shell, start: startBrowser, clock: systemClock, random: systemRandom, platform: launch.platform,
    find: async () => findBrowsers(thisSystem),
    choice: () => preferences.get('signInBrowser'),
    defaultName: () => app.getApplicationNameForProtocol('https://'),
    copyText: async (text) => copyText(clipboard, text),
  });
}

/** Opens network, preferences and log; Electron must be ready. */
export function openBase(parts: BaseParts): Base {
  const { app, net, session, Menu: MenuBar, nativeTheme, launch } = parts;
  const dataFolder = app.getPath('userData');
  const proxyPassword = createProxyPassword();
  const [tokenSession, readSession] = [session.fromPartition(TOKEN_PARTITION, { cache: false }), session.fromPartition(READ_PARTITION, { cache: false })];
  const clockWitness = createClockWitness(systemClock);
  const keep = (): void => void keepLocalState(localState({ app, launch }));
  const system = app.getPreferredSystemLanguages();
  const preferences = openPreferences(dataFolder, systemClock, { language: languageOf(system, offeredLanguages), customerLanguage: languageOf(system, customerLanguages) });
  return {
    proxyPassword, preferences, clockWitness,
    http: clockWitness.over(createHttp({ net, tokenSession, readSession, clock: systemClock, proxyPassword })),
    browser: signInBrowser(parts, preferences),
    log: createLog(createLogFile(path.join(dataFolder, 'logs', 'liaison.log'))),
    calm: createCalm(systemClock),
    isOnline: (address) => isLoopback(address) || net.isOnline(),
    simulation: createSimulation(),
    background: { state: () => backgroundState(app, launch), set: (on) => setBackground(app, launch, on) },
    dress: (recent = []) => dress({ Menu: MenuBar, nativeTheme, platform: launch.platform }, preferences, recent),
    keyOpened: () => {
      keep();
      systemClock.after(A_MINUTE, keep);
    },
  };
}
