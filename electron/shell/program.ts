import type { ChangedTopic } from '../contract/bridge.ts';
import type { Problem } from '../contract/problems.ts';
import { failure, success, type Result } from '../contract/result.ts';
import type { Clock, HttpPort } from '../oauth/ports.ts';
import type { Preferences } from './preferences.ts';
import type { ProxyPassword } from './proxy-password.ts';
import type { Mode, Workplace } from './workplace.ts';

/** What the handlers of the contract work on: one open workplace and the few things that outlive it. */
export interface Program {
  readonly version: string;
  readonly clock: Clock;
  readonly http: HttpPort;
  readonly proxyPassword: Pick<ProxyPassword, 'enter'>;
  readonly preferences: Preferences;
  readonly systemShell: Pick<Electron.Shell, 'openExternal'>;
  mode(): Mode;
  workplace(): Workplace;
  /** Closes one workplace and opens the other. Refused with L-83 while a sign-in runs. */
  setMode(mode: Mode): Promise<Result<null>>;
  notices(): readonly Problem[];
  addNotice(problem: Problem): void;
  dismissNotices(): void;
  changed(topic: ChangedTopic): void;
  /** L-81 when the clipboard cannot be written. */
  copyText(text: string): Promise<Result<null>>;
  /** The text of the file the person chose; null when the dialog was closed; L-80 when it cannot be read. */
  chooseCompanyFile(): Promise<Result<string | null>>;
  close(): Promise<void>;
}

/** What a program is built from. */
export interface ProgramParts extends Pick<Program, 'version' | 'clock' | 'http' | 'proxyPassword' | 'preferences' | 'systemShell' | 'changed' | 'copyText' | 'chooseCompanyFile'> {
  readonly openWorkplace: (mode: Mode) => Promise<Workplace>;
  readonly initialNotices: readonly Problem[];
}

const BUSY: ReadonlySet<string> = new Set(['preparing', 'waiting', 'exchanging', 'readingHomes', 'confirming', 'storing']);

/** Opens the workplace of the remembered mode (practice, until somebody sets the company up) and keeps it. */
export async function openProgram(parts: ProgramParts): Promise<Program> {
  const { openWorkplace, initialNotices, ...rest } = parts;
  let workplace = await openWorkplace(parts.preferences.get('mode'));
  let notices: readonly Problem[] = [...initialNotices, ...workplace.notices];
  const change = async (mode: Mode): Promise<Result<null>> => {
    if (workplace.mode === mode) return success(null);
    if (workplace.signIn && BUSY.has(workplace.signIn.view().step)) return failure({ code: 'L-83' });
    const remembered = parts.preferences.set('mode', mode);
    if (!remembered.ok) return remembered;
    await workplace.close();
    workplace = await openWorkplace(mode);
    notices = [...notices, ...workplace.notices];
    parts.changed('app');
    return success(null);
  };
  return {
    ...rest,
    mode: () => workplace.mode,
    workplace: () => workplace,
    setMode: change,
    notices: () => notices,
    addNotice: (problem) => {
      // Whoever can send returns could otherwise fill the window with the same line.
      if (notices.some(({ code, reason }) => code === problem.code && reason === problem.reason)) return;
      notices = [...notices, problem];
      parts.changed('app');
    },
    dismissNotices: () => {
      notices = [];
      parts.changed('app');
    },
    close: async () => workplace.close(),
  };
}
