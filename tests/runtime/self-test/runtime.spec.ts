import { expect } from '@playwright/test';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { electronExecutable, launchArguments, launchEnvironment, runtimeName } from '../launch.ts';
import { appFolder, heardLinks, launch, listenForLinks, recorded, test } from './fixtures.ts';

const isStandIn = runtimeName() === 'stand-in';

test.describe('between page and main', () => {
  test('values cross as structured clones', async ({ page }) => {
    const answer = await page.evaluate(async () => {
      const sent = [new Date(5), new Uint8Array([1, 2, 255]), new Map([['a', new Set([1])]]), undefined, -0, 12n, { deep: [null, 'ä', Number.NaN] }];
      const { values, kinds, sender } = (await globalThis.api.invoke('echo', ...sent)) as { values: unknown[]; kinds: string[]; sender: string };
      const [date, bytes, map, nothing, zero, big, object] = values as [Date, Uint8Array, Map<string, Set<number>>, undefined, number, bigint, { deep: unknown[] }];
      return {
        kinds, sender, time: date.getTime(), bytes: [...bytes], isBytes: bytes instanceof Uint8Array, hasOne: map.get('a')?.has(1), nothing: nothing === undefined && values.length === 7,
        zero: Object.is(zero, -0), big: String(big), deep: object.deep.map(String),
      };
    });
    expect(answer).toEqual({
      kinds: ['[object Date]', '[object Uint8Array]', '[object Map]', '[object Undefined]', '[object Number]', '[object BigInt]', '[object Object]'],
      sender: 'app://bundle/index.html', time: 5, bytes: [1, 2, 255], isBytes: true, hasOne: true, nothing: true, zero: true, big: '12', deep: ['null', 'ä', 'NaN'],
    });
  });

  test('errors are worded as Electron words them', async ({ page }) => {
    const messageOf = async (channel: string): Promise<string> => page.evaluate(async (name) => globalThis.api.invoke(name).then(String, (error: Error) => error.message), channel);
    expect(await messageOf('fail')).toBe("Error invoking remote method 'fail': TypeError: no such thing");
    expect(await messageOf('nobody')).toBe("Error invoking remote method 'nobody': Error: No handler registered for 'nobody'");
  });

  test('the page sees what was exposed, frozen, and nothing else of the preload', async ({ page }) => {
    const seen = await page.evaluate(() => ({
      doubled: globalThis.api.double(21),
      isFrozen: Object.isFrozen(globalThis.api) && Object.isFrozen(globalThis.api.constants),
      leaks: ['onlyInPreload', 'require', 'process', 'module', 'standinIn', 'standinOut', 'startBridge'].filter((name) => name in globalThis),
    }));
    expect(seen).toEqual({ doubled: 42, isFrozen: true, leaks: [] });
  });
});

test.describe('what a page may not do', () => {
  test('camera and microphone are given and refused by what main says at that time, each on its own', async ({ userData }) => {
    const app = await launch(userData, ['--use-fake-device-for-media-stream']);
    const page = await app.firstWindow();
    await page.waitForSelector('body[data-ready]');
    const kinds = async (): Promise<readonly string[]> => page.evaluate(async () => {
      await globalThis.api.invoke('echo');
      const wishes = [{ video: true }, { audio: true }];
      return Promise.all(wishes.map(async (wish) => navigator.mediaDevices.getUserMedia(wish).then((stream) => stream.getTracks()[0]?.kind ?? 'nothing', (error: Error) => error.name)));
    });
    expect(await kinds()).toEqual(['NotAllowedError', 'NotAllowedError']);
    await app.evaluate(({ session }) => {
      session.defaultSession.setPermissionCheckHandler((_contents, permission, _origin, { mediaType }) => permission === 'media' && mediaType === 'video');
      session.defaultSession.setPermissionRequestHandler((_contents, permission, callback, details) => callback(permission === 'media' && 'mediaTypes' in details && details.mediaTypes?.join() === 'video'));
    });
    expect(await kinds()).toEqual(['video', 'NotAllowedError']);
    await app.close();
  });

  test('a policy in the header blocks inline script, before and after loading', async ({ page }) => {
    await expect(page.locator('#inline')).toHaveText('nothing ran');
    const added = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = "document.body.dataset.added = 'yes'";
      document.body.append(script);
      return document.body.dataset['added'] ?? 'blocked';
    });
    expect(added).toBe('blocked');
  });

  test('a prevented navigation leaves the page where it is', async ({ page, electronApp }) => {
    await page.getByRole('link', { name: 'Leave' }).click();
    await expect.poll(async () => (await recorded(electronApp)).navigations).toEqual(['https://elsewhere.invalid/']);
    await expect(page.getByRole('heading')).toHaveText('Runtime self-test');
    expect(await page.evaluate(() => globalThis.api.double(2))).toBe(4);
  });

  test('a denied window does not stay, and its opener lives on', async ({ page, electronApp }) => {
    await page.getByRole('button', { name: 'Open' }).click();
    await expect.poll(async () => (await recorded(electronApp)).windows).toEqual(['https://popup.invalid/']);
    await expect.poll(() => electronApp.windows().length).toBe(1);
    expect(await page.evaluate(() => globalThis.api.double(2))).toBe(4);
  });

  test('permissions are denied', async ({ page }) => {
    expect(await page.evaluate(async () => Notification.requestPermission())).toBe('denied');
    const location = page.evaluate(async () => new Promise<string>((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('known'), () => resolve('denied'))));
    expect(await location).toBe('denied');
  });
});

test.describe('the life of the app', () => {
  test('it is ready only after its entry module, and has no window before', async ({ page, electronApp }) => {
    expect(await page.title()).toBe('Runtime self-test');
    expect((await recorded(electronApp)).tooEarly).toContain('before app is ready');
    expect(await electronApp.evaluate(({ app }) => [app.getVersion(), app.getName(), app.isPackaged])).toEqual(['1.2.3', 'runtime-self-test', false]);
  });

  test('a second process hands over its arguments and ends', async ({ page, userData, electronApp }) => {
    await listenForLinks(page);
    const arguments_ = [...launchArguments(), appFolder, `--user-data-dir=${userData}`, 'selftest://callback?code=1'];
    const second = spawn(electronExecutable(), arguments_, { env: launchEnvironment(), stdio: 'ignore' });
    expect(await once(second, 'exit')).toEqual([0, null]);
    await expect.poll(async () => heardLinks(page)).toEqual(['selftest://callback?code=1']);
    expect((await recorded(electronApp)).links).toEqual(['selftest://callback?code=1']);
  });

  test('open-url reaches the app', async ({ page, electronApp }) => {
    await listenForLinks(page);
    await electronApp.evaluate(({ app }) => app.emit('open-url', { preventDefault: () => undefined }, 'selftest://callback?code=2'));
    await expect.poll(async () => heardLinks(page)).toEqual(['selftest://callback?code=2']);
  });

  test('it quits at every moment of its start', async ({ userData }) => {
    // The moment at which the page's first navigation is committed is the hard one; it lies somewhere in here.
    for (let delay = 120; delay <= 280; delay += 20) {
      const app = await launch(userData);
      const program = app.process();
      await new Promise((resolve) => {
        setTimeout(resolve, delay);
      });
      await app.close();
      expect(program.exitCode).toBe(0);
    }
  });

  test('kill -9 leaves no browser behind', async ({ page, electronApp, userData }) => {
    test.skip(process.platform !== 'linux', 'reads /proc');
    expect(await page.title()).toBe('Runtime self-test');
    const mine = (): number[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => commandLine(pid).includes(userData)).map(Number);
    expect(mine().length).toBeGreaterThan(1);
    const pid = electronApp.process().pid ?? 0;
    process.kill(pid, 'SIGKILL');
    await expect.poll(mine).toEqual([]);
  });
});

test.describe('other parts', () => {
  test('safeStorage seals and opens', async ({ page }) => {
    test.skip(!isStandIn, 'needs a key store on the machine');
    expect(await page.evaluate(async () => globalThis.api.invoke('seal', 'käse'))).toEqual({ result: 'käse', isHidden: true });
  });

  test('a key store that is missing or locked is noticed', async ({ page, electronApp }) => {
    test.skip(!isStandIn, 'a switch of the stand-in');
    const available = async (keyring: string): Promise<boolean> =>
      electronApp.evaluate(async ({ safeStorage }, value) => {
        process.env['STANDIN_KEYRING'] = value;
        return safeStorage.isAsyncEncryptionAvailable();
      }, keyring);
    const seal = async (): Promise<string> => page.evaluate(async () => globalThis.api.invoke('seal', 'x').then(String, (error: Error) => error.message));
    expect(await available('none')).toBe(false);
    expect(await seal()).toContain('Encryption is not available');
    expect(await available('locked')).toBe(true);
    expect(await seal()).toContain('locked');
  });

  test('a member that is not there throws by name', async ({ page, electronApp }) => {
    test.skip(!isStandIn, 'Electron has them');
    expect(await page.title()).toBe('Runtime self-test');
    const messages = await electronApp.evaluate((electron) => {
      const messageOf = (action: () => unknown): string => {
        try {
          return String(action());
        } catch (error) {
          return (error as Error).message;
        }
      };
      return [messageOf(() => electron.app.moveToApplicationsFolder()), messageOf(() => electron.BrowserWindow.getAllWindows()[0]?.setOpacity(1)), messageOf(() => electron.Tray)];
    });
    expect(messages).toEqual(['app.moveToApplicationsFolder', 'BrowserWindow.setOpacity', 'electron.Tray'].map((name) => `stand-in: ${name} is not implemented`));
  });
});

test.describe('session.fetch', () => {
  test('partitions have sessions of their own, and each fetch after closeAllConnections a new connection', async ({ electronApp }) => {
    let connections = 0;
    const server = createServer((request, response) => {
      request.resume().on('end', () => response.end(request.method));
    }).on('connection', () => {
      connections += 1;
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    const answers = await electronApp.evaluate(async ({ session }, address) => {
      const own = session.fromPartition('own', { cache: false });
      const texts: (string | boolean)[] = [own === session.fromPartition('own'), own === session.defaultSession];
      for (let count = 0; count < 3; count += 1) {
        await own.closeAllConnections();
        texts.push(await (await own.fetch(address, { method: 'POST', body: 'a=1' })).text());
      }
      return texts;
    }, url);
    server.close();
    server.closeAllConnections();
    expect(answers).toEqual([true, false, 'POST', 'POST', 'POST']);
    expect(connections).toBe(3);
  });

  test('failures have the words of Chromium and Electron', async ({ electronApp }) => {
    const server = createServer((request, response) => {
      if (request.url === '/redirect') response.writeHead(302, { location: '/' }).end();
      else if (request.url === '/reset') request.socket.resetAndDestroy();
      else if (request.url === '/half') {
        response.writeHead(200, { 'content-length': '100' }).write('half');
        setTimeout(() => request.socket.end(), 50);
      } else if (request.url === '/empty') request.socket.end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const messages = await electronApp.evaluate(async ({ session }, origin) => {
      const own = session.fromPartition('errors');
      const send = async (address: string): Promise<string> => {
        await own.closeAllConnections();
        return own.fetch(address, { redirect: 'error', method: 'POST', body: 'x' }).then(async (response) => response.text()).catch((error: Error) => error.message);
      };
      const results: string[] = [];
      for (const path of ['/redirect', '/reset', '/half', '/empty']) results.push(await send(origin + path));
      results.push(await send('http://127.0.0.1:9/'), await send('http://no-such-host.invalid/'));
      const controller = new AbortController();
      const aborted = own.fetch(`${origin}/never`, { signal: controller.signal }).catch((error: Error) => error.name);
      setTimeout(() => controller.abort(), 50);
      return [...results, await aborted];
    }, base);
    server.close();
    server.closeAllConnections();
    expect(messages).toEqual([
      "Attempted to redirect, but redirect policy was 'error'", 'net::ERR_CONNECTION_RESET', 'net::ERR_CONTENT_LENGTH_MISMATCH', 'net::ERR_EMPTY_RESPONSE',
      'net::ERR_CONNECTION_REFUSED', 'net::ERR_NAME_NOT_RESOLVED', 'AbortError',
    ]);
  });
});

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

test('the stand-in starts under any POSIX shell', () => {
  test.skip(!isStandIn, 'Electron is no script');
  expect(spawnSync('/bin/sh', ['-n', electronExecutable()]).status).toBe(0);
});

test('a page is printed as a PDF of the size and with the tags that were asked for', async ({ page, electronApp }) => {
  await page.waitForSelector('body');
  const shapeOf = async (options: { readonly pageSize?: 'A4'; readonly generateTaggedPDF?: boolean }): Promise<readonly unknown[]> => {
    const pdf = await electronApp.evaluate(async ({ BrowserWindow }, wanted) => (await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF(wanted)).toString('latin1'), options);
    const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(pdf) ?? [];
    return [Math.round(Number(width) / 10), Math.round(Number(height) / 10), pdf.includes('/StructTreeRoot')];
  };
  // Points: A4 is 595 × 842, Letter 612 × 792.
  expect(await shapeOf({ pageSize: 'A4', generateTaggedPDF: true })).toEqual([60, 84, true]);
  expect(await shapeOf({})).toEqual([61, 79, false]);
});
