import { spawn } from 'node:child_process';
import path from 'node:path';
import { electronExecutable, launchArguments, launchEnvironment } from '../../runtime/launch.ts';
import { expect, test } from '../support/fixtures.ts';
import { firstStart, importCompany } from '../support/steps.ts';
import './bench.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const RETURN = 'liaison://auth/callback?code=stolen&state=forged';

/** What a page in a browser could make the system start us with; none of it is a return. */
const INJECTIONS: readonly (readonly string[])[] = [
  [RETURN],
  ['--auth-callback', RETURN],
  ['--', RETURN],
  ['--auth-callback', '--', RETURN, RETURN],
  ['--auth-callback', '--', RETURN, '--inspect=0.0.0.0:9229'],
  ['--auth-callback', '--', 'https://example.com/callback?code=x&state=y'],
  ['--auth-callback', '--', 'file:///etc/passwd'],
  ['--auth-callback', '--', `${RETURN}" --gpu-launcher=calc.exe "`, 'x'],
];

async function startAgain(folder: string, more: readonly string[]): Promise<number | null> {
  const child = spawn(electronExecutable(), [...launchArguments(), '.', `--user-data-dir=${folder}`, ...more], { cwd: root, env: launchEnvironment(), stdio: 'ignore' });
  return new Promise((resolve) => {
    child.once('exit', resolve);
  });
}

test('a command line that is not exactly a return is none, and opens nothing', async ({ laptop }) => {
  const running = await laptop.start();
  await firstStart(running.window);
  await importCompany(running, laptop.elsewhere, {
    authorizationServer: 'https://partners-login.eliotbylegrand.com', clientId: 'a-company', clientSecret: 'a-secret', redirectUri: 'liaison://auth/callback',
  });
  const notices = async (): Promise<number> => running.window.evaluate(async () => {
    const start = await window.liaison.call('app.start', undefined);
    return start.ok ? start.value.notices.length : -1;
  });
  for (const more of INJECTIONS) {
    expect(await startAgain(laptop.folder, more)).toBe(0);
  }
  expect(await notices()).toBe(0);
  // A real one is heard, so the silence before meant something.
  await startAgain(laptop.folder, ['--auth-callback', '--', RETURN]);
  await expect.poll(notices).toBe(1);
  expect(await running.openedAddresses()).toEqual([]);
  console.log(`Security: ${INJECTIONS.length} command lines tried, ${INJECTIONS.length} refused`);
});
