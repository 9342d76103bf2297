import type { StartView } from '../../contract/views.ts';
import { success } from '../../contract/result.ts';
import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';

const PLATFORMS: Readonly<Record<string, StartView['platform']>> = { win32: 'windows', darwin: 'mac' };

/** What the window needs to know first. */
export function startView(program: Program): StartView {
  const { preferences, version } = program;
  return {
    mode: program.mode(),
    firstStartDone: preferences.get('firstStartDone'),
    language: preferences.get('language'),
    companyName: preferences.get('companyName'),
    version,
    platform: PLATFORMS[process.platform] ?? 'linux',
    storageProblem: program.workplace().storageProblem,
    notices: [...program.notices()],
  };
}

/** Handlers of `app.*`. */
export function appHandlers(program: Program): Pick<Handlers, 'app.start' | 'app.completeFirstStart' | 'app.dismissNotices' | 'app.setMode' | 'app.setProxyPassword'> {
  return {
    'app.start': () => success(startView(program)),
    'app.completeFirstStart': ({ language, companyName }) => {
      const kept = [
        program.preferences.set('language', language),
        program.preferences.set('companyName', companyName),
        program.preferences.set('firstStartDone', true),
      ].find((each) => !each.ok);
      if (kept && !kept.ok) return kept;
      program.changed('app');
      return success(startView(program));
    },
    'app.dismissNotices': () => {
      program.dismissNotices();
      return success(startView(program));
    },
    'app.setMode': async ({ mode }) => {
      const changed = await program.setMode(mode);
      return changed.ok ? success(startView(program)) : changed;
    },
    'app.setProxyPassword': ({ userName, password }) => {
      program.proxyPassword.enter(userName, password);
      return success(null);
    },
  };
}
