import path from 'node:path';
import type { App, Clipboard, Net, Session, Shell } from 'electron';
import { isLoopback } from '../oauth/endpoints.ts';
import { createSimulation, type Simulation } from '../practice/simulation.ts';
import { backgroundState, setBackground } from './background.ts';
import { localState, type Base } from './base.ts';
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
import type { Preferences } from './preferences.ts';
import type { BackgroundSwitch } from './program.ts';
import { systemRandom } from './random.ts';
import { createProxyPassword, type ProxyPassword } from './proxy-password.ts';
import type { Launch } from './scheme.ts';
import { keepLocalState } from './storage/local-state.ts';

/** What outlives every workplace and is opened once the window is requested. */
export interface Equipment extends Base {
  readonly http: Http;
  readonly proxyPassword: ProxyPassword;
  readonly log: Log;
  readonly clockWitness: Pick<ClockWitness, 'standing'>;
  readonly background: BackgroundSwitch;
  /** Whether a server at this address can be reached at all: one on this computer always. */
  readonly isOnline: (address: string) => boolean;
  /** What practice plays now; nothing in reality asks for it. */
  readonly simulation: Simulation;
  readonly browser: SignInBrowsers;
  /** The key store has just opened a vault: on Windows Chromium's key is worth a copy now, and a minute later, when Chromium has written a new one. */
  keyOpened(): void;
}

/** The parts of Electron that the equipment is made of. */
export interface EquipmentParts {
  readonly app: Pick<App, 'getPath' | 'getLoginItemSettings' | 'setLoginItemSettings' | 'getApplicationNameForProtocol'>;
  readonly net: Pick<Net, 'request' | 'isOnline'>;
  readonly session: { fromPartition(partition: string, options: { cache: boolean }): Session };
  readonly shell: Pick<Shell, 'openExternal'>;
  readonly clipboard: Pick<Clipboard, 'writeText'>;
  readonly launch: Launch;
}

const A_MINUTE = 60_000;

function signInBrowser({ app, shell, clipboard, launch }: EquipmentParts, preferences: Preferences): SignInBrowsers {
  return createSignInBrowser({
    shell, start: startBrowser, clock: systemClock, random: systemRandom, platform: launch.platform,
    find: async () => findBrowsers(thisSystem),
    choice: () => preferences.get('signInBrowser'),
    defaultName: () => app.getApplicationNameForProtocol('https://'),
    copyText: async (text) => copyText(clipboard, text),
  });
}

/** Opens network, log and all else that the program works with. */
export function openEquipment(parts: EquipmentParts, base: Base): Equipment {
  const { app, net, session, launch } = parts;
  const proxyPassword = createProxyPassword();
  const [tokenSession, readSession] = [session.fromPartition(TOKEN_PARTITION, { cache: false }), session.fromPartition(READ_PARTITION, { cache: false })];
  const clockWitness = createClockWitness(systemClock);
  const keep = (): void => void keepLocalState(localState({ app, launch }));
  return {
    ...base, proxyPassword, clockWitness,
    http: clockWitness.over(createHttp({ net, tokenSession, readSession, clock: systemClock, proxyPassword })),
    browser: signInBrowser(parts, base.preferences),
    log: createLog(createLogFile(path.join(app.getPath('userData'), 'logs', 'liaison.log'))),
    isOnline: (address) => isLoopback(address) || net.isOnline(),
    simulation: createSimulation(),
    background: { state: () => backgroundState(app, launch), set: (on) => setBackground(app, launch, on) },
    keyOpened: () => {
      keep();
      systemClock.after(A_MINUTE, keep);
    },
  };
}
