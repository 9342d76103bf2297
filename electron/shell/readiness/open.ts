import path from 'node:path';
import type { App, Net, PowerMonitor, Session, Shell } from 'electron';
import type { AttemptView } from '../../contract/views.ts';
import { nameNetwork } from '../../readiness/network-name.ts';
import type { HttpPort } from '../../oauth/ports.ts';
import type { Equipment } from '../equipment.ts';
import { openSignInPage } from '../browser.ts';
import { systemClock } from '../clock.ts';
import { playedWay } from '../practice-probes.ts';
import { testProfile } from '../profile-test.ts';
import type { Program } from '../program.ts';
import { systemRandom } from '../random.ts';
import type { CheckedReturnRoutes, SchemeApp } from '../return-routes.ts';
import { registerScheme, schemeStatus, type Launch } from '../scheme.ts';
import type { KeyWrapper } from '../storage/data-key.ts';
import { dataPlace } from '../storage/data-place.ts';
import { createReadiness, type Readiness } from './desk.ts';
import type { Mode } from '../workplace.ts';
import { createDoctor, type Doctor } from './doctor-desk.ts';
import { freeBytesAt, keyStoreRoundTrip, storageRoundTrip } from './local-probes.ts';
import { createLoopTest, type LoopTest } from './loop-test.ts';
import { createNetworkProbes } from './network-probes.ts';
import type { PrivateBrowser } from './private-browser.ts';
import { readStored, type StoredReadiness } from './stored.ts';

/** Ready for site, Network doctor, and the test of the way back. */
export interface ReadyForSite {
  readonly readiness: Readiness;
  readonly doctor: Doctor;
  readonly loop: LoopTest;
}

/** The parts of Electron it is made of, and the program it looks at. `program` is called later only. */
export interface ReadyParts {
  readonly app: SchemeApp & Pick<App, 'getPath' | 'quit'>;
  readonly net: Pick<Net, 'isOnline'>;
  readonly session: { readonly defaultSession: Pick<Session, 'resolveProxy'> };
  readonly powerMonitor: Pick<PowerMonitor, 'isOnBatteryPower'>;
  readonly shell: Pick<Shell, 'openExternal'>;
  readonly launch: Launch;
  readonly wrapper: KeyWrapper;
  readonly base: Pick<Equipment, 'preferences' | 'simulation'>;
  readonly privateBrowser: PrivateBrowser;
  readonly program: () => Program;
}

/** Milliseconds for one probe, and for one read. */
const PROBE_PATIENCE = 6000;
const READ_PATIENCE = 8000;
/** The steps at which nobody waits for a return or an answer. */
const AT_REST: ReadonlySet<AttemptView['step']> = new Set<AttemptView['step']>(['idle', 'stored', 'ended']);

interface Store {
  load(): StoredReadiness;
  save(part: Partial<StoredReadiness>): void;
}

/** What is kept belongs to the mode that is open. What cannot be kept is told by the notice of the preferences. */
function storeOf({ base: { preferences }, program }: ReadyParts): Store {
  const load = (): StoredReadiness => readStored(preferences.get('readiness')[program().mode()]);
  return { load, save: (part) => void preferences.set('readiness', { ...preferences.get('readiness'), [program().mode()]: { ...load(), ...part } }) };
}

function openLoop(parts: ReadyParts, store: Store): LoopTest {
  const { app, launch, shell, program } = parts;
  return createLoopTest({
    ...store, clock: systemClock, random: systemRandom,
    redirectUri: () => program().workplace().profile()?.redirectUri ?? null,
    isSignInRunning: () => !AT_REST.has(program().workplace().desk?.signIn.view().step ?? 'idle'),
    openBrowser: async (address) => openSignInPage(shell, address),
    ownerOf: async (scheme) => {
      registerScheme(app, scheme, launch);
      return schemeStatus(app, scheme, launch);
    },
    changed: () => program().changed('readiness'),
    quit: () => app.quit(),
  });
}

const timeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Puts it together; Electron must be ready. */
export function openReadyForSite(parts: ReadyParts): ReadyForSite {
  const { app, net, session, powerMonitor, wrapper, base, privateBrowser, program } = parts;
  const store = storeOf(parts);
  const loop = openLoop(parts, store);
  const changed = (): void => program().changed('readiness');
  const probes = createNetworkProbes({ net, session: session.defaultSession, clock: systemClock, patience: PROBE_PATIENCE });
  const mode = (): Mode => program().mode();
  const http: HttpPort = { send: async (request, isWanted) => program().workplace().http.send(request, isWanted) };
  const way = playedWay({ probes, http }, base.simulation, () => mode() === 'practice');
  const doctor = createDoctor({ ...way, clock: systemClock, patience: READ_PATIENCE, profile: () => program().workplace().profile(), timeZone, mode, changed });
  const folder = (): string => (program().mode() === 'real' ? dataPlace(app.getPath('userData')).folder : path.join(app.getPath('userData'), 'practice'));
  const readiness = createReadiness({
    ...store, clock: systemClock, doctor, loop, privateBrowser, timeZone, changed,
    testCredentials: async () => testProfile(program()),
    redirectUri: () => program().workplace().profile()?.redirectUri ?? null,
    checkRoute: async (redirectUri) => program().workplace().checkReturnRoute(redirectUri),
    storageProblem: () => program().workplace().storageProblem ?? program().workplace().canSave(),
    storageRoundTrip: () => storageRoundTrip(folder()),
    keyStoreRoundTrip: async () => keyStoreRoundTrip(wrapper),
    freeBytes: () => freeBytesAt(folder()),
    isOnMains: () => !powerMonitor.isOnBatteryPower(),
    network: () => nameNetwork(probes.addresses(), probes.nameServers()),
  });
  return { readiness, doctor, loop };
}

/** The routes of a sign-in: it needs the way back for itself, so a test of it ends first. */
export function yieldingRoutes(routes: CheckedReturnRoutes, loop: Pick<LoopTest, 'view' | 'stop'>): CheckedReturnRoutes {
  const free = async (): Promise<void> => {
    if (loop.view().step === 'waiting') await loop.stop();
  };
  return {
    prepare: async (redirectUri, route) => free().then(async () => routes.prepare(redirectUri, route)),
    check: async (redirectUri) => free().then(async () => routes.check(redirectUri)),
    release: routes.release,
  };
}
