import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { listPageFiles, registerAppScheme, respond, serveApp, type OpenPhoto } from '../../../electron/shell/app-protocol.ts';

const base = mkdtempSync(path.join(tmpdir(), 'liaison-pages-'));
const folder = path.join(base, 'renderer');
mkdirSync(path.join(folder, 'assets'), { recursive: true });
writeFileSync(path.join(base, 'secret.html'), 'outside');
writeFileSync(path.join(folder, 'index.html'), '<!doctype html>');
writeFileSync(path.join(folder, 'assets', 'index-1.js'), 'export {};');
writeFileSync(path.join(folder, 'assets', 'index-1.js.map'), '{}');
afterAll(() => rmSync(base, { recursive: true }));

const files = listPageFiles(folder);
const PHOTO = '0f8fad5b-d9cb-469f-a165-70867728950e';
const asked: string[] = [];
/** The book knows one photo; every question is written down. */
const openPhoto: OpenPhoto = (id) => {
  asked.push(id);
  return id === PHOTO ? new Uint8Array([0xff, 0xd8]) : null;
};
const get = (url: string, method = 'GET'): Response => respond(files, openPhoto, { url, method });

describe('app://liaison', () => {
  it('serves exactly the files of kinds that a page needs', () => {
    expect([...files.keys()].toSorted()).toEqual(['/assets/index-1.js', '/index.html']);
  });

  it.each([
    ['app://liaison/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://liaison/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://liaison', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://liaison/index.html?language=en', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://liaison/assets/index-1.js#x', 'text/javascript; charset=utf-8', 'export {};'],
  ])('answers %s', async (url, contentType, body) => {
    const response = get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(contentType);
    expect(await response.text()).toBe(body);
  });

  it('answers HEAD without a body and refuses every other method', async () => {
    expect(await get('app://liaison/index.html', 'HEAD').text()).toBe('');
    expect(get('app://liaison/index.html', 'HEAD').status).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'get']) expect(get('app://liaison/index.html', method).status).toBe(405);
  });

  it.each([
    'app://liaison/../secret.html', 'app://liaison/assets/../index.html', 'app://liaison/%2e%2e/secret.html', 'app://liaison/..%2fsecret.html',
    'app://liaison/assets%2findex-1.js', 'app://liaison/assets\\index-1.js', 'app://liaison//index.html', 'app://liaison/INDEX.HTML', 'app://liaison/index.html%00',
    'app://liaison/assets/index-1.js.map', 'app://liaison/assets/', 'app://other/index.html', 'app://liaison:80/index.html', 'app://x@liaison/index.html',
    'app://liaison.example/index.html', 'file:///etc/passwd', 'https://liaison/index.html', 'xapp://liaison/index.html', 'https://example.com/app://liaison/index.html', '', '__proto__',
  ])('answers 404 to %s', (url) => {
    expect(get(url).status).toBe(404);
  });

  it('serves a photo that the book knows, as a picture and with the same headers', async () => {
    const response = get(`app://liaison/photos/${PHOTO}.jpg`);
    expect([response.status, response.headers.get('content-type'), (await response.bytes()).length]).toEqual([200, 'image/jpeg', 2]);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(get(`app://liaison/photos/${PHOTO}.jpg`, 'POST').status).toBe(405);
  });

  it.each([
    '/photos/1f8fad5b-d9cb-469f-a165-70867728950e.jpg', `/photos/${PHOTO.toUpperCase()}.jpg`, `/photos/${PHOTO}`, `/photos/${PHOTO}.jpg/`, `/photos/${PHOTO}.jpg.adding`, `/photos/../photos/${PHOTO}.jpg`,
    `/photos//${PHOTO}.jpg`, `/photos/%2e%2e/${PHOTO}.jpg`, `/photos\\${PHOTO}.jpg`, `/photos/${PHOTO}.jpg%00`, '/photos/../data-key', '/photos/../liaison.db', '/photos/', '/photos/aside/x.jpg', '/photos/0f8fad5b-d9cb-169f-a165-70867728950e.jpg',
  ])('answers 404 to %s', (written) => {
    asked.length = 0;
    expect(get(`app://liaison${written}`).status).toBe(404);
    // The book is asked for nothing that is no id, so no path can reach the disk.
    for (const id of asked) expect(id).toMatch(/^[\da-f-]{36}$/u);
  });

  it('serves nothing but listed files and photos, whatever the path is made of', () => {
    asked.length = 0;
    const piece = fc.constantFrom('photos', 'photos/', PHOTO, '.jpg', `/photos/${PHOTO}`, '..', '.', '/', '\\', '%2e', '%2f', '%5c', '%00', 'assets', 'index.html', 'index-1.js', 'secret.html', '?', '#', ':', '@', '~');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 12 }), (pieces) => {
        const url = `app://liaison/${pieces.join('')}`;
        const written = url.slice('app://liaison'.length).split(/[?#]/, 1)[0] ?? '';
        expect(get(url).status).toBe(written === '/' || files.has(written) || written === `/photos/${PHOTO}.jpg` ? 200 : 404);
      }),
      { numRuns: 2000 },
    );
    expect(asked.filter((id) => !/^[\da-f-]{36}$/u.test(id))).toEqual([]);
  });

  it.each(['app://liaison/index.html', 'app://liaison/nothing'])('protects %s with headers', (url) => {
    const { headers } = get(url);
    const policy = headers.get('content-security-policy') ?? '';
    for (const directive of ["default-src 'none'", "script-src 'self'", "connect-src 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]) {
      expect(policy.split('; ')).toContain(directive);
    }
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('cross-origin-opener-policy')).toBeNull();
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('is declared standard and secure, never past the content security policy, and served through the same answers', async () => {
    const declared: Parameters<Parameters<typeof registerAppScheme>[0]['registerSchemesAsPrivileged']>[0] = [];
    registerAppScheme({ registerSchemesAsPrivileged: (schemes) => declared.push(...schemes) });
    expect(declared).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
    let served: ((request: Request) => Response | Promise<Response>) | undefined;
    serveApp({ handle: (_scheme, handler) => void (served = handler) }, folder, openPhoto);
    const response = await served?.(new Request('app://liaison/index.html'));
    expect(await response?.text()).toBe('<!doctype html>');
  });
});
