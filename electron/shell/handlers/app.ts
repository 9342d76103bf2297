import type { SecretReminder } from '../../contract/secret-reminder.ts';
import type { StartView } from '../../contract/views.ts';
import { secretReminder } from '../../oauth/secret-age.ts';
import { success, type Result } from '../../contract/result.ts';
import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';

const PLATFORMS: Readonly<Record<string, StartView['platform']>> = { win32: 'windows', darwin: 'mac' };

/** The reminder that is due for the company's own secret, unless it was put away at this level already. Practice has an invented one. */
function dueReminder(program: Program): { readonly setAt: number; readonly reminder: SecretReminder } | null {
  const { profileSource, storedProfile } = program.workplace();
  const stored = profileSource === 'company' ? storedProfile() : null;
  if (!stored?.ok || !stored.value) return null;
  const { clientSecretSetAt: setAt } = stored.value;
  const reminder = secretReminder(setAt, program.clock.now());
  const seen = program.preferences.get('secretReminderSeen');
  return reminder && !(seen?.setAt === setAt && seen.level === reminder.level) ? { setAt, reminder } : null;
}

function dismissReminder(program: Program): Result<StartView> {
  const due = dueReminder(program);
  const kept = due ? program.preferences.set('secretReminderSeen', { setAt: due.setAt, level: due.reminder.level }) : success(null);
  return kept.ok ? success(startView(program)) : kept;
}

/** What the window needs to know first. */
export function startView(program: Program): StartView {
  const { preferences, version } = program;
  const loop = program.ready.loop.view();
  return {
    mode: program.mode(),
    firstStartDone: preferences.get('firstStartDone'),
    language: preferences.get('language'),
    companyName: preferences.get('companyName'),
    personName: preferences.get('personName'),
    settings: { customerLanguage: preferences.get('customerLanguage'), siteMode: preferences.get('siteMode'), theme: preferences.get('theme'), notices: preferences.get('notices'), eraseAskYears: preferences.get('eraseAskYears') },
    version,
    platform: PLATFORMS[process.platform] ?? 'linux',
    storageProblem: program.workplace().storageProblem ?? program.workplace().canSave(),
    notices: [...program.notices()],
    companyProblem: program.workplace().desk?.breaker.problem() ?? null,
    secretReminder: dueReminder(program)?.reminder ?? null,
    ...(loop.step !== 'none' && loop.cold ? { openAt: 'ready' } : {}),
  };
}

type AppCalls =
  | 'app.start' | 'app.completeFirstStart' | 'app.dismissNotices' | 'app.dismissSecretReminder'
  | 'app.retryStorage' | 'app.setMode' | 'app.setProxyPassword';

/** Handlers of `app.*`. */
export function appHandlers(program: Program): Pick<Handlers, AppCalls> {
  return {
    'app.start': () => success(startView(program)),
    'app.completeFirstStart': ({ language, companyName, personName = '' }) => {
      const kept = [
        program.preferences.set('language', language),
        program.preferences.set('companyName', companyName),
        program.preferences.set('personName', personName),
        program.preferences.set('firstStartDone', true),
      ].find((each) => !each.ok);
      if (kept && !kept.ok) return kept;
      program.settingsChanged();
      program.changed('app');
      return success(startView(program));
    },
    'app.dismissNotices': () => {
      program.dismissNotices();
      return success(startView(program));
    },
    'app.dismissSecretReminder': () => dismissReminder(program),
    'app.retryStorage': async () => {
      await program.retryStorage();
      return success(startView(program));
    },
    'app.setMode': async ({ mode }) => {
      const changed = await program.setMode(mode);
      return changed.ok ? success(startView(program)) : changed;
    },
    'app.setProxyPassword': ({ userName, password }) => {
      // What is typed for the invented proxy must never be shown to a real one.
      const { practice } = program.workplace();
      if (practice) practice.enterProxyPassword();
      else program.proxyPassword.enter(userName, password);
      program.workplace().desk?.poke();
      return success(null);
    },
  };
}
