import path from 'node:path';
import type { App, Menu, NativeTheme, Net, Session } from 'electron';
import { createCalm, type Calm } from '../links/calm.ts';
import { dress } from './appearance.ts';
import { isLoopback } from '../oauth/endpoints.ts';
import { createSimulation, type Simulation } from '../practice/simulation.ts';
import { backgroundState, setBackground } from './background.ts';
import { systemClock } from './clock.ts';
import { createHttp, READ_PARTITION, TOKEN_PARTITION, type Http } from './http.ts';
import { createLog, type Log } from './log.ts';
import { createLogFile } from './log-file.ts';
import { openPreferences } from './open-preferences.ts';
import type { Preferences } from './preferences.ts';
import type { BackgroundSwitch } from './program.ts';
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
  readonly background: BackgroundSwitch;
  /** Menu bar and colours follow the preferences: at the start and after each change. */
  dress(): void;
  /** Whether a server at this address can be reached at all: one on this computer always. */
  readonly isOnline: (address: string) => boolean;
  /** What practice plays now; nothing in reality asks for it. */
  readonly simulation: Simulation;
  /** The key store has just opened a vault: on Windows Chromium's key is worth a copy now, and a minute later, when Chromium has written a new one. */
  keyOpened(): void;
}

/** The parts of Electron that a base is made of. */
export interface BaseParts {
  readonly app: Pick<App, 'getPath' | 'getPreferredSystemLanguages' | 'getLoginItemSettings' | 'setLoginItemSettings'>;
  readonly net: Pick<Net, 'request' | 'isOnline'>;
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
  readonly nativeTheme: Pick<NativeTheme, 'themeSource'>;
  readonly session: { fromPartition(partition: string, options: { cache: boolean }): Session };
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

/** Opens network, preferences and log; Electron must be ready. */
export function openBase({ app, net, session, Menu: MenuBar, nativeTheme, launch }: BaseParts): Base {
  const dataFolder = app.getPath('userData');
  const proxyPassword = createProxyPassword();
  const [tokenSession, readSession] = [session.fromPartition(TOKEN_PARTITION, { cache: false }), session.fromPartition(READ_PARTITION, { cache: false })];
  const keep = (): void => void keepLocalState(localState({ app, launch }));
  const language = languageOf(app.getPreferredSystemLanguages());
  const preferences = openPreferences(dataFolder, systemClock, { language, customerLanguage: language });
  return {
    proxyPassword, preferences,
    http: createHttp({ net, tokenSession, readSession, clock: systemClock, proxyPassword }),
    log: createLog(createLogFile(path.join(dataFolder, 'logs', 'liaison.log'))),
    calm: createCalm(systemClock),
    isOnline: (address) => isLoopback(address) || net.isOnline(),
    simulation: createSimulation(),
    background: { state: () => backgroundState(app, launch), set: (on) => setBackground(app, launch, on) },
    dress: () => dress({ Menu: MenuBar, nativeTheme, platform: launch.platform }, preferences),
    keyOpened: () => {
      keep();
      systemClock.after(A_MINUTE, keep);
    },
  };
}
