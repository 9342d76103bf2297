import { expect, test } from './bench.ts';

/** What a page must not have, whatever a script in it tries (Electron's security list, 2, 3, 4 and 20). */
const FORBIDDEN_GLOBALS = ['require', 'module', 'exports', 'process', 'Buffer', 'global', 'setImmediate', '__dirname', 'electron', 'ipcRenderer'];

test('the page has no Node and no Electron', async ({ bench }) => {
  const found = await bench.running.window.evaluate((names) => names.filter((name) => name in window), FORBIDDEN_GLOBALS);
  for (const name of FORBIDDEN_GLOBALS) bench.tried(`global ${name}`, !found.includes(name));
  expect(found).toEqual([]);
});

test('the bridge is three functions that nobody can replace', async ({ bench }) => {
  const bridge = await bench.running.window.evaluate(async () => {
    const attempt = (action: () => void): void => {
      try {
        action();
      } catch {
        // Strict code throws where sloppy code is ignored; both leave it as it is.
      }
    };
    const before = window.liaison.call;
    attempt(() => Object.assign(window.liaison, { call: () => 'mine' }));
    attempt(() => Object.defineProperty(window, 'liaison', { value: { call: () => 'mine' } }));
    attempt(() => void delete (window as { liaison?: unknown }).liaison);
    return { names: Object.keys(window.liaison).toSorted(), same: window.liaison.call === before };
  });
  bench.tried('replacing the bridge', bridge.same);
  expect(bridge).toEqual({ names: ['call', 'onChanged', 'onCommand'], same: true });
});

test('a page that bends the built-in objects does not bend the bridge', async ({ bench }) => {
  const answered = await bench.running.window.evaluate(async () => {
    const { then } = Promise.prototype;
    const stolen: unknown[] = [];
    Object.defineProperty(Object.prototype, 'polluted', { value: 'yes', configurable: true, enumerable: false });
    Promise.prototype.then = function steal(this: Promise<unknown>, ...given: Parameters<typeof then>) {
      stolen.push(given.length);
      return Reflect.apply(then, this, given);
    } as typeof then;
    const answer = await window.liaison.call('app.start', undefined);
    Promise.prototype.then = then;
    delete (Object.prototype as { polluted?: string }).polluted;
    return answer.ok;
  });
  bench.tried('bending built-in objects', answered);
  expect(answered).toBe(true);
});

test('the window asks nobody for anything: each of its requests is answered by the program itself', async ({ bench }) => {
  const { window: page } = bench.running;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const own = await page.evaluate(() => location.origin);
  const foreign = asked.filter((address) => !address.startsWith(own) && !address.startsWith('data:'));
  bench.tried('requests while loading', foreign.length === 0);
  expect(asked.length).toBeGreaterThan(2);
  expect(foreign).toEqual([]);
});

test('no permission is given', async ({ bench }) => {
  const { window: page } = bench.running;
  const states = await page.evaluate(async () => {
    // A question that nobody answers is not granted either.
    const silence = async (): Promise<unknown> => new Promise((_resolve, reject) => setTimeout(() => reject(new Error('no answer')), 3000));
    const rejected = async (action: () => Promise<unknown>): Promise<boolean> => Promise.race([action(), silence()]).then(() => false, () => true);
    const names = ['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read', 'midi', 'push'];
    const asked = await Promise.all(names.map(async (name) => {
      const state = await Promise.race([silence(), navigator.permissions.query({ name: name as PermissionName, ...(name === 'push' ? { userVisibleOnly: true } : {}) })]).then((status) => (status as PermissionStatus).state, () => 'denied');
      return [`permission ${name}`, state !== 'granted'] as const;
    }));
    const used = [
      ['camera', await rejected(async () => navigator.mediaDevices.getUserMedia({ video: true }))],
      ['screen', await rejected(async () => navigator.mediaDevices.getDisplayMedia())],
      ['clipboard reading', await rejected(async () => navigator.clipboard.readText())],
      ['notification', await rejected(async () => ((await Notification.requestPermission()) === 'granted' ? null : Promise.reject(new Error('refused'))))],
      ['position', await new Promise<boolean>((resolve) => navigator.geolocation.getCurrentPosition(() => resolve(false), () => resolve(true), { timeout: 3000 }))],
    ] as const;
    return [...asked, ...used];
  });
  for (const [what, refused] of states) bench.tried(what, refused);
  expect(states.filter(([, refused]) => !refused)).toEqual([]);
});
