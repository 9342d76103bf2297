import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Protocol } from 'electron';

/** The scheme of our own pages. */
const PAGE_SCHEME = 'app';
/** The origin of our own pages, as Chromium writes it. */
export const APP_ORIGIN = `${PAGE_SCHEME}://liaison`;
/** The one page of the window. */
export const APP_URL = `${APP_ORIGIN}/index.html`;

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'none'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
].join('; ');

// No `cross-origin-opener-policy`: no page can open ours and ours can open none, and Chromium would start a second process for the page, a fifth of a second at every start.
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
};

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** One file of the window. */
export interface PageFile {
  readonly contentType: string;
  /** Its content; read when it is asked for, because no start asks for all. */
  read(): Uint8Array<ArrayBuffer>;
}

/** Every file that may be served, by its path in the address, for example `/assets/index.js`. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/** Declares `app:` as a standard, secure scheme. Electron wants this once and before `ready`. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Lists the files under `folder`, once: only they are served. Kinds of files that a page does not need are left out. */
export function listPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  const walk = (relative: string): void => {
    for (const entry of readdirSync(path.join(folder, relative), { withFileTypes: true })) {
      const name = `${relative}/${entry.name}`;
      const contentType = CONTENT_TYPES[path.extname(entry.name)];
      if (entry.isDirectory()) walk(name);
      else if (entry.isFile() && contentType) files.set(name, { contentType, read: () => new Uint8Array(readFileSync(path.join(folder, name))) });
    }
  };
  walk('');
  return files;
}

/** The path in the address as it was written. Nothing is decoded or normalised, so nothing can be hidden in it. Null: not our host. */
function writtenPath(url: string): string | null {
  const match = /^app:\/\/liaison(\/[^?#]*)?(?:[?#]|$)/.exec(url);
  return match ? (match[1] ?? '/') : null;
}

/** The one kind of address besides those of files: a photo, by the random UUID (RFC 9562, version 4) it is known by. */
const PHOTO = /^\/photos\/([\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12})\.jpg$/u;

/** The picture of a photo that the site book knows; null when there is none. */
export type OpenPhoto = (id: string) => Uint8Array<ArrayBuffer> | null;

function fileAt(files: PageFiles, openPhoto: OpenPhoto, written: string): PageFile | undefined {
  const photo = PHOTO.exec(written)?.[1];
  if (photo === undefined) return files.get(written === '/' ? '/index.html' : written);
  const body = openPhoto(photo);
  return body ? { contentType: 'image/jpeg', read: () => body } : undefined;
}

/** Answers one request out of `files` and the photos: 200 for what is in them, else 404 (405 for other methods than GET and HEAD). */
export function respond(files: PageFiles, openPhoto: OpenPhoto, request: Pick<Request, 'method' | 'url'>): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers: HEADERS });
  const written = writtenPath(request.url);
  const file = written === null ? undefined : fileAt(files, openPhoto, written);
  if (!file) return new Response(null, { status: 404, headers: HEADERS });
  return new Response(request.method === 'HEAD' ? null : file.read(), { status: 200, headers: { ...HEADERS, 'content-type': file.contentType } });
}

/** Serves `app://liaison/…` from the files that are under `rendererFolder` now, and the photos of the book; needs `ready`. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, rendererFolder: string, openPhoto: OpenPhoto): void {
  const files = listPageFiles(rendererFolder);
  protocol.handle(PAGE_SCHEME, (request) => respond(files, openPhoto, request));
}
