import { request } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { Secret } from '../../../../electron/oauth/secret.ts';
import { createDoorway, type Doorway } from '../../../../electron/shell/browsers/doorway.ts';
import { systemRandom } from '../../../../electron/shell/random.ts';

const target = new Secret('https://login.example/authorize?state=canary-state');
let doorway: Doorway;

async function open(mark = 'attempt-1'): Promise<{ readonly address: string; readonly entered: (string | null)[] }> {
  const entered: (string | null)[] = [];
  const opened = await doorway.open({ target, mark, entered: (former) => void entered.push(former) });
  if (!opened.ok) throw new Error('no door');
  return { address: opened.value, entered };
}

const visit = async (address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> => fetch(address, { method, headers, redirect: 'manual' });

async function statusWithHost(address: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(address, { headers: { host } }, (response) => resolve(response.resume().statusCode)).once('error', reject).end();
  });
}

afterEach(async () => doorway.shut());

it('leads to the page once, and its address holds nothing of it', async () => {
  doorway = createDoorway(systemRandom);
  const { address, entered } = await open();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{43}$/u);
  const first = await visit(address);
  expect([first.status, first.headers.get('location'), first.headers.get('referrer-policy'), first.headers.get('cache-control')]).toEqual([302, target.reveal(), 'no-referrer', 'no-store']);
  const second = await visit(address);
  expect([second.status, second.headers.get('location'), entered]).toEqual([410, null, [null]]);
  expect(await second.text()).not.toContain('canary');
});

it('knows a window that an earlier attempt used, and only by its mark', async () => {
  doorway = createDoorway(systemRandom);
  const cookie = (await visit((await open('attempt-1')).address)).headers.get('set-cookie')?.split(';')[0] ?? '';
  const { address, entered } = await open('attempt-2');
  await visit(address, { cookie: `other=1; ${cookie}` });
  expect(entered).toEqual(['attempt-1']);
});

it('opens for nothing but a GET of its own address', async () => {
  doorway = createDoorway(systemRandom);
  const { address, entered } = await open();
  expect([(await visit(address, {}, 'HEAD')).status, (await visit(address, {}, 'POST')).status, (await visit(`${address}x`)).status, (await visit(`${address}?a=1`)).status]).toEqual([400, 400, 410, 410]);
  expect(await statusWithHost(address, 'evil.example')).toBe(400);
  expect(entered).toEqual([]);
  expect((await visit(address)).status).toBe(302);
});

it('listens no more when it is shut, and opens anew', async () => {
  doorway = createDoorway(systemRandom);
  const { address } = await open();
  await doorway.shut();
  await expect(visit(address)).rejects.toThrow('fetch failed');
  expect((await visit((await open()).address)).status).toBe(302);
});
