import fc from 'fast-check';
import { calls, type CallName } from '../../../electron/contract/calls.ts';
import { expect, test } from './bench.ts';

const names = Object.keys(calls) as CallName[];
const ROUNDS = Number(process.env['LIAISON_RUNS'] ?? 40);

/** Values of every shape that can cross from a page: what JSON holds, and what it does not. */
const anything = fc.oneof(
  fc.anything({ withBigInt: false, withDate: true, withMap: true, withSet: true, maxDepth: 3 }),
  fc.constantFrom(null, [], {}, { siteId: 7 }, { siteId: '' }, { siteId: 'x'.repeat(65) }, { siteId: 's', more: 1 }, { __proto__: null }, { mode: 'root' }, 'x'.repeat(70_000)),
);

test('every call refuses every argument that its schema does not accept, and answers nothing undeclared', async ({ bench }) => {
  const { window: page } = bench.running;
  let wrong = 0;
  for (const name of names) {
    const refusedByUs = fc.sample(anything, { numRuns: ROUNDS, seed: 20261124 }).filter((value) => !calls[name].argument.safeParse(value).success);
    const answers = await page.evaluate(async ([call, values]) => Promise.all(values.map(async (value) => {
      try {
        const answer = await window.liaison.call(call, value as never);
        return answer.ok ? 'accepted' : answer.problem.code;
      } catch {
        // What cannot be cloned does not even leave the page.
        return 'not sent';
      }
    })), [name, refusedByUs] as const);
    const bad = answers.filter((answer) => answer !== 'L-81' && answer !== 'not sent');
    wrong += bad.length;
    bench.tried(`malformed arguments of ${name}`, bad.length === 0 && refusedByUs.length > 0);
    expect(bad, name).toEqual([]);
  }
  console.log(`${names.length} calls, about ${names.length * ROUNDS} malformed arguments, ${wrong} accepted`);
});

test('a name that is no call is refused', async ({ bench }) => {
  const strangers = ['', 'app', 'app.stop', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'APP.START', 'app.start ', '../app.start'];
  const answers = await bench.running.window.evaluate(async (list) => Promise.all(list.map(async (name) => (await window.liaison.call(name as never, undefined as never)).ok)), strangers);
  answers.forEach((accepted, index) => bench.tried(`call ${strangers[index] ?? ''}`, !accepted));
  expect(answers).toEqual(strangers.map(() => false));
});

test('a page of a stranger that has our bridge is refused by its address', async ({ bench, stranger }) => {
  const { app } = bench.running;
  const opened = app.waitForEvent('window');
  await app.evaluate(async ({ app: main, BrowserWindow }, address) => {
    const foreign = new BrowserWindow({ show: false, webPreferences: { preload: `${main.getAppPath()}/out/preload/preload.cjs` } });
    await foreign.loadURL(address);
  }, `${stranger.origin}/with-our-bridge`);
  const page = await opened;
  await page.getByRole('heading', { name: 'a stranger' }).waitFor();
  const code = await page.evaluate(async () => {
    const answer = await window.liaison.call('app.start', undefined);
    return answer.ok ? 'accepted' : answer.problem.code;
  });
  await page.close();
  bench.tried('sender of another origin', code === 'L-81');
  expect(code).toBe('L-81');
});
