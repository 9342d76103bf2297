import type { App, AutoUpdater, Net, Session } from 'electron';
import type { Work } from '../../updates/policy.ts';
import type { Calm } from '../../links/calm.ts';
import type { Clock } from '../../oauth/ports.ts';
import type { Log } from '../log.ts';
import type { Preferences } from '../preferences.ts';
import { isSignInRunning, type Program } from '../program.ts';
import type { ProxyPassword } from '../proxy-password.ts';
import { createUpdates, type UpdateDesk } from './desk.ts';
import { readFeed } from './feed.ts';

/** What updates are opened with. `program` is called later only. */
export interface UpdateShell {
  readonly app: Pick<App, 'getVersion' | 'getName' | 'getAppPath' | 'isPackaged' | 'quit'>;
  readonly net: Pick<Net, 'request' | 'isOnline'>;
  readonly session: { fromPartition(partition: string, options: { cache: boolean }): Session };
  /** Squirrel, which installs on macOS; asked for there only. */
  readonly squirrel: () => Pick<AutoUpdater, 'once' | 'removeListener' | 'checkForUpdates'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly calm: Calm;
  readonly preferences: Preferences;
  readonly proxyPassword: ProxyPassword;
  readonly platform: NodeJS.Platform;
  readonly isShown: () => boolean;
  readonly program: () => Program;
}

/** In memory, and of updates alone: no cookie and no connection is shared with anything of Legrand's. */
const PARTITION = 'liaison-updates';

function workOf(program: Program): Work {
  const { desk } = program.workplace();
  if (isSignInRunning(program.workplace())) return 'signIn';
  return desk && (desk.renewals.isUnderWay() || desk.rounds.view().round === 'running') ? 'renewing' : 'free';
}

/** Updates of the installed program. What fetches them is a bundle of its own, which is read when it is first needed. */
export function openUpdates(parts: UpdateShell): UpdateDesk {
  const { app, net, session, calm, platform, isShown, program } = parts;
  return createUpdates({
    ...parts,
    feed: readFeed({ isPackaged: app.isPackaged, platform, resources: process.resourcesPath, appPath: app.getAppPath() }),
    load: async (feed) => {
      const { openUpdater } = await import('./electron-updater.ts');
      return openUpdater({ ...parts, session: session.fromPartition(PARTITION, { cache: false }) }, feed);
    },
    moment: () => ({ isShown: isShown(), isOnline: net.isOnline(), isCalm: calm.remaining() === 0, work: workOf(program()) }),
    areAllSaved: async () => (await program().workplace().desk?.renewals.areAllSaved()) ?? true,
    changed: () => program().changed('updates'),
  });
}
