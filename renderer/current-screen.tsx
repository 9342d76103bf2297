import type { ReactElement } from 'react';
import type { StartView } from '../electron/contract/views.ts';
import { frameParts, PracticeBanner, PracticeMark } from './frame-parts.ts';
import { later } from './later.tsx';
import type { Screen } from './navigation.ts';
import { sitePanes, SitesScreen } from './screens/sites/sites-screen.tsx';
import { useSession } from './session.ts';

// The list of sites is what nearly every start shows; all other screens come after it.
const AboutScreen = later(async () => (await import('./screens/about/about-screen.tsx')).AboutScreen);
const CredentialsScreen = later(async () => (await import('./screens/credentials/credentials-screen.tsx')).CredentialsScreen);
const DayListScreen = later(async () => (await import('./screens/day-list/day-list-screen.tsx')).DayListScreen);
const DoctorScreen = later(async () => (await import('./screens/doctor/doctor-screen.tsx')).DoctorScreen);
const FirstStartScreen = later(async () => (await import('./screens/first-start/first-start-screen.tsx')).FirstStartScreen);
const HelpScreen = later(async () => (await import('./screens/help/help-screen.tsx')).HelpScreen);
const LinkScreen = later(async () => (await import('./screens/link/link-screen.tsx')).LinkScreen);
const PaperScreen = later(async () => (await import('./screens/papers/paper-screen.tsx')).PaperScreen);
const PracticeScreen = later(async () => (await import('./screens/practice/practice-screen.tsx')).PracticeScreen);
const ProblemScreen = later(async () => (await import('./screens/problem/problem-screen.tsx')).ProblemScreen);
const ReadyScreen = later(async () => (await import('./screens/ready/ready-screen.tsx')).ReadyScreen);
const RenewalsScreen = later(async () => (await import('./screens/renewals/renewals-screen.tsx')).RenewalsScreen);
const SettingsScreen = later(async () => (await import('./screens/settings/settings-screen.tsx')).SettingsScreen);
const SheetScreen = later(async () => (await import('./screens/doctor/sheet-screen.tsx')).SheetScreen);
const SupportScreen = later(async () => (await import('./screens/support/support-screen.tsx')).SupportScreen);
const TakeoverScreen = later(async () => (await import('./screens/takeover/takeover-screen.tsx')).TakeoverScreen);
const TemplateScreen = later(async () => (await import('./screens/template/template-screen.tsx')).TemplateScreen);

const screens = [
  LinkScreen, ProblemScreen, HelpScreen, CredentialsScreen, ReadyScreen, RenewalsScreen, DayListScreen, PaperScreen, SettingsScreen, DoctorScreen, SheetScreen, SupportScreen, TakeoverScreen,
  TemplateScreen, PracticeScreen, AboutScreen, FirstStartScreen,
];

const idle = async (): Promise<void> => new Promise((resolve) => {
  requestIdleCallback(() => resolve());
});

/** A part that is fetched when it is wanted. */
interface Fetched {
  readonly fetch: () => Promise<void>;
}

/** What does not come is told when it is opened. */
async function fetchAfter(before: Promise<void>, part: Fetched): Promise<void> {
  await before;
  await part.fetch().catch(() => undefined);
  await idle();
}

/** Fetches every screen, so that none is waited for when it is opened: one after the other, because all at once would hold the window up. */
export async function fetchScreens(): Promise<void> {
  const parts: readonly Fetched[] = [...sitePanes, ...frameParts, ...screens];
  return parts.reduce(fetchAfter, Promise.resolve());
}

/** Screens besides the list that a window can begin with. */
const beginnings: Readonly<Partial<Record<Screen['name'], readonly Fetched[]>>> = { firstStart: [FirstStartScreen], problem: [ProblemScreen], ready: [ReadyScreen], link: [LinkScreen] };

/** Fetches what a window that begins with `first` draws at once, so that it does not come piece by piece. */
export async function fetchBeginning(first: Screen['name'], mode: StartView['mode']): Promise<void> {
  const around = mode === 'practice' ? [PracticeBanner, PracticeMark] : [];
  await Promise.all([...(beginnings[first] ?? []), ...around].map(async (part) => part.fetch()));
}

/** The screen where the window is. */
export function CurrentScreen(): ReactElement {
  const { screen } = useSession();
  switch (screen.name) {
    case 'firstStart':
      return <FirstStartScreen />;
    case 'credentials':
      return <CredentialsScreen form={screen.form} />;
    case 'sites':
    case 'newSite':
    case 'editSite':
      return <SitesScreen screen={screen} />;
    case 'dayList':
      return <DayListScreen />;
    case 'link':
      return <LinkScreen key={screen.siteId} siteId={screen.siteId} />;
    case 'renewals':
      return <RenewalsScreen />;
    case 'practice':
      return <PracticeScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'template':
      return <TemplateScreen back={screen.back} />;
    case 'help':
      return <HelpScreen query={screen.query} />;
    case 'ready':
      return <ReadyScreen back={screen.back} />;
    case 'doctor':
      return <DoctorScreen back={screen.back} />;
    case 'about':
      return <AboutScreen back={screen.back} />;
    case 'paper':
    case 'sheet':
    case 'support':
    case 'takeover':
      return <FileScreen screen={screen} />;
    case 'problem':
      return <ProblemScreen screen={screen} />;
  }
}

/** What leaves the program as a file or on paper, or comes into it. */
function FileScreen({ screen }: { readonly screen: Extract<Screen, { readonly name: 'paper' | 'sheet' | 'support' | 'takeover' }> }): ReactElement {
  switch (screen.name) {
    case 'paper':
      return <PaperScreen key={screen.paper} siteId={screen.siteId} paper={screen.paper} back={screen.back} />;
    case 'sheet':
      return <SheetScreen back={screen.back} />;
    case 'support':
      return <SupportScreen back={screen.back} />;
    case 'takeover':
      return <TakeoverScreen siteId={screen.siteId} back={screen.back} dropped={screen.dropped ?? null} />;
  }
}
