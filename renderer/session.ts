import { createContext, useContext } from 'react';
import type { StartView } from '../electron/contract/views.ts';
import type { Screen } from './navigation.ts';

/** What every screen may use: what main said at the start, where we are, and how to go elsewhere. */
export interface Session {
  readonly start: StartView;
  readonly screen: Screen;
  readonly goTo: (screen: Screen) => void;
  /** Reads `text` to people who cannot see the screen, politely. */
  readonly announce: (text: string) => void;
  /** Switches the large, strong look for sunlight and gloves. */
  readonly toggleSiteMode: () => void;
  /** Takes over what main just answered, without asking again. */
  readonly learn: (start: StartView) => void;
  /** Asks main for the start view again, for example after the mode changed. */
  readonly refresh: () => void;
}

/** Filled by the app; see `useSession`. */
export const SessionContext = createContext<Session | null>(null);

/** The session. Only inside the app. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is for screens inside the app');
  return session;
}
