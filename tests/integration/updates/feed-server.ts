import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

/** A feed on this computer: each path answers what it is told to, everything else is 404. */
export interface FeedServer {
  readonly origin: string;
  readonly seen: readonly SeenRequest[];
  serve(path: string, answer: (response: ServerResponse) => void): void;
  close(): Promise<void>;
}

/** The installer of the next version; any bytes will do, nothing here runs them. */
export const INSTALLER = Buffer.alloc(300_000, 'installer ');
const sha512 = (bytes: Buffer): string => createHash('sha512').update(bytes).digest('base64');
/** The name a list has on the system that runs the tests. */
export const LIST = process.platform === 'linux' ? '/latest-linux.yml' : process.platform === 'darwin' ? '/latest-mac.yml' : '/latest.yml';
const FILE = 'Liaison-1.4.0-windows-x64-setup.exe';

/** What a list of versions says; what is left out is as a release makes it. */
export interface ListPart {
  readonly version?: string;
  readonly url?: string;
  readonly sha512?: string | null;
  readonly more?: string;
}

/** A list as electron-builder writes it. */
export function list({ version = '1.4.0', url = FILE, sha512: sum = sha512(INSTALLER), more = '' }: ListPart = {}): string {
  return `version: ${version}\nfiles:\n  - url: ${url}\n${sum === null ? '' : `    sha512: ${sum}\n`}    size: ${String(INSTALLER.length)}\n${more}path: ${url}\nreleaseDate: '2031-05-06T07:08:09.000Z'\n`;
}

/** Answers with this body. */
export const body = (content: string | Buffer) => (response: ServerResponse): void => {
  response.writeHead(200, { 'content-length': Buffer.byteLength(content) }).end(content);
};

/** Answers with a redirect. */
export const redirect = (location: string) => (response: ServerResponse): void => void response.writeHead(302, { location }).end();

/** Opens it on a free port. */
export async function openFeed(): Promise<FeedServer> {
  const answers = new Map<string, (response: ServerResponse) => void>();
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    seen.push({ path, headers: request.headers });
    const answer = answers.get(path);
    if (answer) answer(response);
    else response.writeHead(404).end('not here');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    seen,
    serve: (path, answer) => void answers.set(path, answer),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

/** A whole feed with the next version. */
export async function openRelease(part: ListPart = {}): Promise<FeedServer> {
  const feed = await openFeed();
  feed.serve(LIST, body(list(part)));
  feed.serve(`/${FILE}`, body(INSTALLER));
  return feed;
}

/** Where the installer lies. */
export const INSTALLER_PATH = `/${FILE}`;
