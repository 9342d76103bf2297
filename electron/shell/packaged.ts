import type { App, Dialog } from 'electron';

/** The name under which Windows keeps our shortcut, notifications and start at login; the same as `appId` in electron-builder.yml. */
export const APP_ID = 'app.liaison.desktop';

/**
 * Switches of Chromium that are of use while developing and would lower a guard in somebody's hands: they open the program to be driven from outside,
 * stop checking certificates, send its requests elsewhere, write what is said over TLS to a file, or keep the key of the data in plain text.
 */
const DEVELOPMENT_SWITCHES = [
  'remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins',
  'ignore-certificate-errors', 'ignore-certificate-errors-spki-list', 'allow-insecure-localhost', 'ssl-key-log-file', 'log-net-log',
  'host-rules', 'host-resolver-rules', 'disable-web-security', 'disable-site-isolation-trials', 'js-flags', 'load-extension', 'use-mock-keychain',
] as const;
const DRIVING_SWITCHES: readonly string[] = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins'];

/** What is known of this start. `inspectorAddress`: that of Node's inspector, when it is open; asked only where it matters. */
export interface Start {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly inspectorAddress: () => string | undefined;
}

type StartedApp = Pick<App, 'isPackaged'> & { readonly commandLine: Pick<App['commandLine'], 'hasSwitch' | 'getSwitchValue'> };

/**
 * What a packaged program refuses to be started with; empty when it may start, and always while developing. Node's inspector opens only in a copy whose
 * fuse was flipped, for the end-to-end tests, which also have to drive the window: such a copy may be driven. The sandbox is Linux's own trouble.
 */
export function refusedSwitches({ isPackaged, commandLine }: StartedApp, { platform, environment, inspectorAddress }: Start): readonly string[] {
  if (!isPackaged) return [];
  const named = DEVELOPMENT_SWITCHES.filter((name) => commandLine.hasSwitch(name) && !(DRIVING_SWITCHES.includes(name) && inspectorAddress() !== undefined));
  const others = [
    ...(commandLine.getSwitchValue('password-store') === 'basic' ? ['password-store=basic'] : []),
    ...(platform !== 'linux' && commandLine.hasSwitch('no-sandbox') ? ['no-sandbox'] : []),
  ];
  const variables = (environment['SSLKEYLOGFILE'] ?? '') === '' ? [] : ['SSLKEYLOGFILE'];
  return [...[...named, ...others].map((name) => `--${name}`), ...variables];
}

/** Reading Node's module for it takes a tenth of the time before the window: it is read when somebody asks. */
const inspectorAddress = (): string | undefined => process.getBuiltinModule('node:inspector').url();

/**
 * To be asked before anything else. A packaged program that was started with a development switch says which, and ends. On Windows it takes the name
 * of the shortcut that the installer made, so that notifications are ours.
 */
export function mayStart(app: StartedApp & Pick<App, 'getName' | 'exit' | 'setAppUserModelId'>, dialog: Pick<Dialog, 'showErrorBox'>, platform: NodeJS.Platform = process.platform): boolean {
  const refused = refusedSwitches(app, { platform, environment: process.env, inspectorAddress });
  if (refused.length > 0) {
    dialog.showErrorBox(app.getName(), refused.join(' '));
    app.exit(1);
    return false;
  }
  if (app.isPackaged && platform === 'win32') app.setAppUserModelId(APP_ID);
  return true;
}
