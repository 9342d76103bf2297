import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createManualClock } from '../../authority/clock.ts';
import { netError } from '../../runtime/net-errors.ts';
import { openBench, type BenchPart, type UpdateBench } from './bench.ts';
import { body, INSTALLER, INSTALLER_PATH, LIST, list, openFeed, openRelease, redirect, type FeedServer, type ListPart } from './feed-server.ts';

const servers: FeedServer[] = [];
const opened = (feed: FeedServer): FeedServer => {
  servers.push(feed);
  return feed;
};
const release = async (part?: ListPart): Promise<FeedServer> => opened(await openRelease(part));

// Before it asks PowerShell for a signature, electron-updater throws the output of another command away into `NUL`; on other systems that makes a file of this name, which Windows could not check out.
const project = process.cwd();
beforeAll(() => process.chdir(mkdtempSync(path.join(tmpdir(), 'liaison-updater-'))));
afterAll(() => process.chdir(project));

afterEach(async () => {
  await Promise.all(servers.splice(0).map(async (server) => server.close()));
});

const pending = ({ cache }: UpdateBench): string => path.join(cache, 'liaison-updater', 'pending');
const installers = (bench: UpdateBench): readonly string[] => (existsSync(pending(bench)) ? readdirSync(pending(bench)).filter((name) => name.endsWith('.exe')) : []);
const unreadable = { ok: false, problem: { code: 'L-89', reason: 'updateUnreadable' } };
const noAnswer = { ok: false, problem: { code: 'L-89', reason: 'noUpdateAnswer' } };
const refused = { ok: false, problem: { code: 'L-89', reason: 'updateRefused' } };

/** A release is looked for and fetched. */
async function fetched(part?: ListPart, bench?: BenchPart): Promise<UpdateBench & { readonly feed: FeedServer; readonly outcome: Awaited<ReturnType<UpdateBench['updater']['download']>> }> {
  const feed = await release(part);
  const made = openBench(feed.origin, bench);
  await made.updater.look();
  return { ...made, feed, outcome: await made.updater.download(() => undefined) };
}

describe('looking', () => {
  it('finds a newer version and its size, and downloads nothing', async () => {
    const feed = await release();
    const bench = openBench(feed.origin);
    expect(await bench.updater.look()).toEqual({ ok: true, value: { version: '1.4.0', bytes: INSTALLER.length } });
    expect(feed.seen.map((request) => request.path)).toEqual([LIST]);
  });

  it.each([['the same', '1.3.0'], ['an older', '1.2.9'], ['a trial', '1.4.0-beta.1']])('takes %s version for nothing new', async (_which, version) => {
    const feed = await release({ version });
    expect(await openBench(feed.origin).updater.look()).toEqual({ ok: true, value: null });
  });

  it('never goes back, though it runs a trial version itself', async () => {
    const feed = await release({ version: '1.3.9' });
    expect(await openBench(feed.origin, { version: '1.4.0-beta.1' }).updater.look()).toEqual({ ok: true, value: null });
  });

  it('sends nothing by which this laptop could be told from another', async () => {
    const feed = await release({ more: 'stagingPercentage: 1\n' });
    const first = openBench(feed.origin);
    expect(await first.updater.look()).toMatchObject({ value: { version: '1.4.0' } });
    await first.updater.download(() => undefined);
    expect(feed.seen.length).toBeGreaterThan(1);
    for (const { headers } of feed.seen) expect(Object.keys(headers).filter((name) => !['accept', 'cache-control', 'connection', 'host', 'user-agent', 'range'].includes(name))).toEqual([]);
    for (const { headers } of feed.seen) expect(headers['user-agent']).toBe('electron-builder');
  });

  it.each([
    ['no list', 'hello'],
    ['broken YAML', 'version: [1'],
    ['nothing', ''],
    ['no version', list().replace(/^version.*\n/u, '')],
    ['a version of another kind', list({ version: 'newest' })],
    ['no files', 'version: 1.4.0\nfiles: []\n'],
    ['a file without checksum', list({ sha512: null })],
    ['a checksum of another kind', list({ sha512: 'abc' })],
    ['a file at another address', list({ url: 'https://elsewhere.example/setup.exe' })],
    ['a file in another folder', list({ url: '../setup.exe' })],
    ['a file that wants to be administrator', list().replace(/size: \d+/u, 'isAdminRightsRequired: true')],
    ['an installer that downloads the program', list({ more: 'packages:\n  x64:\n    path: a.7z\n    sha512: abc\n' })],
  ])('refuses a list that is %s', async (_what, text) => {
    const feed = opened(await openFeed());
    feed.serve(LIST, body(text));
    const { updater } = openBench(feed.origin);
    expect(await updater.look()).toEqual(unreadable);
    expect(await updater.download(() => undefined)).toEqual(unreadable);
  });

  it('reads at most 64 KB of a list', async () => {
    const feed = opened(await openFeed());
    feed.serve(LIST, body(`${list()}# ${'x'.repeat(70_000)}\n`));
    expect(await openBench(feed.origin).updater.look()).toEqual(unreadable);
  });

  it('follows no redirect, to wherever it leads', async () => {
    const other = await release();
    const feed = opened(await openFeed());
    for (const location of [`${other.origin}${LIST}`, '/moved.yml', 'https://elsewhere.example/latest.yml']) {
      feed.serve(LIST, redirect(location));
      feed.serve('/moved.yml', body(list()));
      // oxlint-disable-next-line no-await-in-loop -- the feed answers otherwise each time
      expect(await openBench(feed.origin).updater.look()).toEqual(noAnswer);
    }
    expect([other.seen, feed.seen.map((request) => request.path)]).toEqual([[], [LIST, LIST, LIST]]);
  });

  it('says what is missing: no list, a server in trouble, nobody there, no network', async () => {
    const feed = opened(await openFeed());
    expect(await openBench(feed.origin).updater.look()).toEqual(noAnswer);
    feed.serve(LIST, (response) => void response.writeHead(503).end('busy'));
    expect(await openBench(feed.origin).updater.look()).toEqual(noAnswer);
    expect(await openBench(feed.origin, { refusal: () => netError('INTERNET_DISCONNECTED') }).updater.look()).toEqual({ ok: false, problem: { code: 'L-50' } });
    expect(await openBench(feed.origin, { refusal: () => netError('TUNNEL_CONNECTION_FAILED') }).updater.look()).toEqual({ ok: false, problem: { code: 'L-53' } });
    await feed.close();
    expect(await openBench(feed.origin).updater.look()).toEqual(noAnswer);
  });

  it('gives up a server that says nothing for a minute', async () => {
    const clock = createManualClock();
    const feed = opened(await openFeed());
    feed.serve(LIST, () => clock.advance(60_000));
    expect(await openBench(feed.origin, { clock }).updater.look()).toMatchObject({ ok: false, problem: { code: 'L-89' } });
  });
});

describe('downloading', () => {
  it('keeps the installer when its checksum is right, and tells how far it is', async () => {
    const feed = await release();
    const bench = openBench(feed.origin);
    const percents: number[] = [];
    await bench.updater.look();
    expect(await bench.updater.download((percent) => percents.push(percent))).toEqual({ ok: true, value: true });
    expect(readFileSync(path.join(pending(bench), INSTALLER_PATH.slice(1)))).toEqual(INSTALLER);
    expect(percents.at(-1)).toBe(100);
  });

  it('is refused before anything was looked for', async () => {
    const feed = await release();
    expect(await openBench(feed.origin).updater.download(() => undefined)).toEqual(unreadable);
    expect(feed.seen).toEqual([]);
  });

  it('keeps nothing when one byte is wrong, or some are missing', async () => {
    const wrong = await release();
    wrong.serve(INSTALLER_PATH, body(Buffer.concat([Buffer.from('X'), INSTALLER.subarray(1)])));
    const bench = openBench(wrong.origin);
    await bench.updater.look();
    expect(await bench.updater.download(() => undefined)).toEqual(refused);
    expect(installers(bench)).toEqual([]);
    wrong.serve(INSTALLER_PATH, body(INSTALLER.subarray(0, 1000)));
    expect(await bench.updater.download(() => undefined)).toEqual(refused);
    expect(installers(bench)).toEqual([]);
  });

  it('keeps nothing when the connection ends in the middle', async () => {
    const feed = await release();
    feed.serve(INSTALLER_PATH, (response) => {
      response.writeHead(200, { 'content-length': INSTALLER.length });
      response.write(INSTALLER.subarray(0, 1000), () => response.destroy());
    });
    const bench = openBench(feed.origin);
    await bench.updater.look();
    expect(await bench.updater.download(() => undefined)).toEqual(noAnswer);
    expect(installers(bench)).toEqual([]);
  });

  it('follows no redirect, and no address in a header', async () => {
    const other = await release();
    const feed = await release();
    feed.serve(INSTALLER_PATH, redirect(`${other.origin}${INSTALLER_PATH}`));
    const bench = openBench(feed.origin);
    await bench.updater.look();
    expect(await bench.updater.download(() => undefined)).toEqual(noAnswer);
    feed.serve(INSTALLER_PATH, (response) => void response.writeHead(200, { location: `${other.origin}${INSTALLER_PATH}` }).end(INSTALLER));
    expect(await bench.updater.download(() => undefined)).toMatchObject({ ok: false });
    expect([other.seen, installers(bench)]).toEqual([[], []]);
  });

  it('can be stopped, and begun again', async () => {
    const feed = await release();
    const bench = openBench(feed.origin);
    await bench.updater.look();
    const closed = new Promise<void>((resolve) => {
      feed.serve(INSTALLER_PATH, (response) => {
        response.on('close', () => resolve());
        response.writeHead(200, { 'content-length': INSTALLER.length });
        response.write(INSTALLER.subarray(0, 1000), () => bench.updater.stop());
      });
    });
    expect(await bench.updater.download(() => undefined)).toEqual({ ok: true, value: false });
    await closed;
    expect(installers(bench)).toEqual([]);
    feed.serve(INSTALLER_PATH, body(INSTALLER));
    expect(await bench.updater.download(() => undefined)).toEqual({ ok: true, value: true });
  });
});

describe('the signature', () => {
  // Windows alone can read one; elsewhere the question cannot even be asked, and the updater itself would let the file pass.
  it.skipIf(process.platform === 'win32')('that cannot be looked at is a wrong one', async () => {
    const bench = await fetched({}, { publisher: 'Liaison contributors' });
    expect(bench.outcome).toEqual(refused);
    expect(installers(bench)).toEqual([]);
  });
});
