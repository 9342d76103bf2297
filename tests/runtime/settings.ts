import path from 'node:path';

/** What the process was started with; read once, because Playwright's loader removes arguments later. */
export interface Settings {
  readonly executable: string;
  readonly arguments_: readonly string[];
  /** `--remote-debugging-port=…`, handed on to Chromium. */
  readonly debuggingPort: string | undefined;
  /** The folder of `--user-data-dir=…`. */
  readonly userData: string | undefined;
}

const USER_DATA = '--user-data-dir=';

function readSettings(): Settings {
  const arguments_ = process.argv.slice(2);
  const userData = arguments_.find((argument) => argument.startsWith(USER_DATA))?.slice(USER_DATA.length);
  return {
    executable: path.resolve(process.env['STANDIN_EXECUTABLE'] ?? path.join(import.meta.dirname, 'dist', 'electron')),
    arguments_,
    debuggingPort: arguments_.find((argument) => argument.startsWith('--remote-debugging-port=')),
    userData: userData === undefined ? undefined : path.resolve(userData),
  };
}

/** What this process was started with. */
export const settings: Settings = readSettings();

/** Writes to stderr when STANDIN_DEBUG is set. */
export function debug(...words: readonly unknown[]): void {
  if (process.env['STANDIN_DEBUG']) console.error('[stand-in]', ...words);
}

/** The text of whatever was thrown. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
