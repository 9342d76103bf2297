import { useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../electron/contract/bridge.ts';
import type { Result } from '../electron/contract/result.ts';
import type { StartView } from '../electron/contract/views.ts';
import { useBatteryReport } from './battery.ts';
import { call, useHints } from './client.ts';
import { FileDrop } from './components/file-drop.tsx';
import { LiveRegion } from './components/live-region.tsx';
import { CurrentScreen } from './current-screen.tsx';
import { DraftsHolder } from './drafts.tsx';
import { follow, isJourney } from './follow.ts';
import { PracticeBanner, PracticeMark, RecentSites } from './frame-parts.ts';
import { speak } from './i18n/index.ts';
import type { Screen } from './navigation.ts';
import { showSiteMode } from './site-mode.ts';
import { SessionContext, useSession, type Session } from './session.ts';
import { useCommands, useEnterOnPrimary } from './shortcuts.ts';

interface AppProps {
  readonly start: Result<StartView>;
  /** The screen the window begins with. */
  readonly first: Screen;
}

/** What stands in for the start view when main refuses even that: the problem is shown, nothing can be started. */
const UNKNOWN_START: StartView = {
  mode: 'real', firstStartDone: true, language: 'en', companyName: null, personName: '', settings: { customerLanguage: 'en', siteMode: false, theme: 'system', notices: false, eraseAskYears: 0 }, version: '', platform: 'linux', storageProblem: null, notices: [],
  companyProblem: null, secretReminder: null,
};

/** The window: one screen at a time, what was just announced, and the bar of practice. */
export function App({ start, first }: AppProps): ReactElement {
  const [view, setView] = useState(start.ok ? start.value : UNKNOWN_START);
  const [screen, setScreen] = useState(first);
  const [announced, announce] = useState('');
  // What was announced belongs to the screen it happened on; whoever announces something for the next one does so after going there.
  const goTo = useCallback((next: Screen) => {
    announce('');
    setScreen(next);
  }, []);
  const refresh = useCallback(() => {
    void call('app.start', undefined).then((answer) => void (answer.ok && setView(answer.value)));
  }, []);
  useHints(useMemo(() => ['app'] as const, []), refresh);
  useBatteryReport();
  const siteMode = useSiteMode(view.settings.siteMode, setView);
  useLanguage(view.language);
  const session = useMemo<Session>(() => ({ start: view, screen, goTo, announce, refresh, learn: setView, toggleSiteMode: siteMode }), [view, screen, goTo, refresh, siteMode]);
  const over = useCallback(() => announce(''), []);
  return (
    <SessionContext value={session}>
      <DraftsHolder>
        <Frame />
      </DraftsHolder>
      <LiveRegion text={announced} onOver={over} />
    </SessionContext>
  );
}

/** The window speaks the language that main remembers. */
function useLanguage(language: StartView['language']): void {
  useEffect(() => void speak(language), [language]);
}

/** Shows site mode; the function that comes back switches it and lets main remember it. */
function useSiteMode(on: boolean, learn: (view: StartView) => void): () => void {
  useEffect(() => showSiteMode(on), [on]);
  return useCallback(() => {
    // Seen at once; what main answers is the truth.
    showSiteMode(!on);
    void call('settings.change', { siteMode: !on }).then((answer) => (answer.ok ? learn(answer.value) : showSiteMode(on)));
  }, [on, learn]);
}

function Frame(): ReactElement {
  const { t } = useTranslation();
  const { start, screen, goTo, toggleSiteMode } = useSession();
  const practice = start.mode === 'practice' && start.firstStartDone;
  useEffect(() => {
    document.title = practice ? t('common.practiceTitle') : t('common.appName');
  }, [practice, t]);
  const [recent, showRecent] = useState(false);
  const act = useCallback((command: Command) => {
    if (command === 'siteMode') return toggleSiteMode();
    return command === 'recent' ? showRecent(!isJourney(screen)) : follow(command, screen, goTo);
  }, [screen, goTo, toggleSiteMode]);
  useCommands(start.platform === 'mac', act);
  useEnterOnPrimary();
  return (
    <div className={practice ? 'frame frame-practice' : 'frame'}>
      {practice ? <PracticeBanner quiet={screen.name === 'link'} /> : null}
      <CurrentScreen />
      {start.firstStartDone && screen.name !== 'link' ? <FileDrop /> : null}
      {recent ? <RecentSites onClose={() => showRecent(false)} /> : null}
      {practice ? <PracticeMark /> : null}
    </div>
  );
}
