import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Electron from 'electron';
import { createEvent } from './events.ts';
import { app } from './app.ts';
import { ClientRequest, type Wire } from './client-request.ts';
import { fetchOverHttp } from './http-fetch.ts';
import { Connections } from './http-wire.ts';
import { netError } from './net-errors.ts';
import { complete, notImplemented } from './not-implemented.ts';
import { chromium, registry } from './registry.ts';
import { handlerFor, originOf, protocol, toChromium } from './schemes.ts';
import { debug } from './settings.ts';

type SessionPart = Pick<
  Electron.Session,
  | 'fetch' | 'closeAllConnections' | 'resolveProxy' | 'setProxy' | 'clearStorageData' | 'clearCache' | 'clearAuthCache' | 'clearHostResolverCache' | 'flushStorageData'
  | 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler' | 'setSpellCheckerEnabled'
  | 'isSpellCheckerEnabled' | 'getUserAgent' | 'setUserAgent' | 'isPersistent' | 'getStoragePath'
>;
type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type BeforeRequest = (details: Electron.OnBeforeRequestListenerDetails, callback: (response: Electron.CallbackResponse) => void) => void;
type FetchOptions = RequestInit & { readonly bypassCustomProtocolHandlers?: boolean };

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2',
};

async function fetchFile(url: URL): Promise<Response> {
  try {
    const mediaType = MEDIA_TYPES[path.extname(url.pathname).toLowerCase()] ?? 'application/octet-stream';
    return new Response(await readFile(fileURLToPath(url)), { headers: { 'content-type': mediaType } });
  } catch {
    throw netError('FILE_NOT_FOUND');
  }
}

/** `session.webRequest`: onBeforeRequest of the window's requests; the rest throws by name. */
function createWebRequest(session: Session): Pick<Electron.WebRequest, 'onBeforeRequest'> {
  return complete('webRequest', {
    onBeforeRequest(first: Electron.WebRequestFilter | BeforeRequest | null, second?: BeforeRequest | null): void {
      if (typeof first === 'object' && first !== null) throw notImplemented(`webRequest.onBeforeRequest with a filter${second ? '' : ' alone'}`);
      session.beforeRequest = first;
    },
  });
}

/** Electron's `Session`. The default one is the window's; the others only fetch. */
export class Session extends EventEmitter implements SessionPart, Wire {
  readonly protocol = protocol;
  readonly webRequest = createWebRequest(this);
  readonly connections = new Connections();
  permissionRequest: RequestHandler = null;
  permissionCheck: CheckHandler = null;
  beforeRequest: BeforeRequest | null = null;
  private readonly partition: string;
  private hasSpellChecker = true;
  private userAgent = `Mozilla/5.0 (stand-in) Electron/${process.versions['electron'] ?? '0'}`;

  constructor(partition: string) {
    super();
    this.partition = partition;
  }

  async fetch(input: string | Request, options: FetchOptions = {}): Promise<Response> {
    const request = new Request(input, options);
    const url = new URL(request.url);
    const handler = options.bypassCustomProtocolHandlers ? undefined : handlerFor(request.url);
    if (handler) return handler(request);
    if (url.protocol === 'file:') return fetchFile(url);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw netError('UNKNOWN_URL_SCHEME');
    const refusal = this.refusal(url);
    if (refusal) throw refusal;
    return fetchOverHttp(request, this.connections, this.userAgent);
  }
  refusal(url: URL): Error | null {
    return LOOPBACK.includes(url.hostname) || isOnline() ? null : netError('INTERNET_DISCONNECTED');
  }
  async closeAllConnections(): Promise<void> {
    this.connections.closeAll();
  }
  async resolveProxy(): Promise<string> {
    return 'DIRECT';
  }
  async setProxy(config: Electron.ProxyConfig): Promise<void> {
    if (config.proxyRules || config.pacScript) throw notImplemented('session.setProxy with a proxy');
  }
  setPermissionRequestHandler(handler: RequestHandler): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(): void {
    debug('setDevicePermissionHandler: there are no devices');
  }
  setDisplayMediaRequestHandler(): void {
    debug('setDisplayMediaRequestHandler: there is no screen to share');
  }
  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.hasSpellChecker = isEnabled;
  }
  isSpellCheckerEnabled(): boolean {
    return this.hasSpellChecker;
  }
  getUserAgent(): string {
    return this.userAgent;
  }
  setUserAgent(userAgent: string): void {
    this.userAgent = userAgent;
  }
  isPersistent(): boolean {
    return this.partition === '' || this.partition.startsWith('persist:');
  }
  getStoragePath(): string | null {
    return this.isPersistent() ? path.join(app.getPath('userData'), ...(this.partition ? ['Partitions', this.partition.slice('persist:'.length)] : [])) : null;
  }
  flushStorageData(): void {
    debug('flushStorageData');
  }
  async clearCache(): Promise<void> {
    for (const window of this.windows()) await window.webContents.page.send('Network.clearBrowserCache');
  }
  async clearAuthCache(): Promise<void> {
    this.connections.proxyAuthorization = null;
  }
  async clearHostResolverCache(): Promise<void> {
    debug('clearHostResolverCache: nothing is kept');
  }
  async clearStorageData(): Promise<void> {
    for (const window of this.windows()) {
      const origin = originOf(toChromium(window.webContents.getURL()));
      await window.webContents.page.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    }
  }

  private windows(): typeof registry.windows {
    return this.partition === '' ? registry.windows : new Set();
  }
}

const sessions = new Map<string, Session>();

function sessionOf(partition: string): Session {
  const known = sessions.get(partition);
  if (known) return known;
  const made = complete('session', new Session(partition));
  sessions.set(partition, made);
  app.emit('session-created', made);
  return made;
}

function requireReady(): void {
  if (!registry.isReady) throw new Error('Session can only be received when app is ready');
}

/** The window's session; before `ready` only the stand-in itself asks for it. */
export const windowSession = (): Session => sessionOf('');

/** Electron's `session`: one object per partition. */
export const session = complete('session', {
  get defaultSession(): Session {
    requireReady();
    return windowSession();
  },
  fromPartition(partition: string, _options?: Electron.FromPartitionOptions): Session {
    requireReady();
    return sessionOf(partition);
  },
});

/** Electron's `net`. STANDIN_OFFLINE=1 is a computer without a network. */
export const net = complete('net', {
  fetch: async (input: string | Request, options?: FetchOptions) => session.defaultSession.fetch(input, options),
  request: (options: string | Electron.ClientRequestConstructorOptions) => {
    if (typeof options === 'string' || !(options.session instanceof Session)) throw notImplemented('net.request without a session');
    return complete('clientRequest', new ClientRequest(options, options.session));
  },
  isOnline: () => !process.env['STANDIN_OFFLINE'],
  get online(): boolean {
    return net.isOnline();
  },
}) satisfies Record<keyof Pick<Electron.Net, 'fetch' | 'request' | 'isOnline' | 'online'>, unknown>;

function isOnline(): boolean {
  return net.isOnline();
}

/** Hears Chromium's downloads as `will-download` of the default session; every one is then cancelled. */
export async function refuseDownloads(): Promise<void> {
  const { cdp } = chromium();
  cdp.on<{ readonly guid: string; readonly url: string; readonly suggestedFilename: string }>('Browser.downloadWillBegin', ({ guid, url, suggestedFilename }) => {
    const item = complete('downloadItem', { getURL: () => url, getFilename: () => suggestedFilename, cancel: () => undefined });
    const event = createEvent({});
    windowSession().emit('will-download', event, item, [...registry.windows][0]?.webContents);
    if (!event.defaultPrevented) console.error('stand-in: downloads are not implemented; cancelled');
    cdp.send('Browser.cancelDownload', { guid }).catch((error: unknown) => debug('download', error));
  });
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
}
