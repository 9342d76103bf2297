import { expect, test } from './bench.ts';

const wait = 400;

test('the window stays where it is, and no other opens', async ({ bench, stranger }) => {
  const { window: page, app } = bench.running;
  const { origin, hits } = stranger;
  const home = page.url();
  const own = await page.evaluate(() => location.origin);
  const targets = [`${origin}/go`, `${own}/other.html`, 'file:///etc/passwd', 'data:text/html,<h1>x</h1>', 'liaison://auth/callback?code=x&state=y', 'mailto:somebody@example.com'];
  for (const target of targets) {
    await page.evaluate(async ([address, milliseconds]) => {
      try {
        location.href = address;
      } catch {
        // Some are refused by the page itself.
      }
      const link = document.createElement('a');
      Object.assign(link, { href: address, target: '_blank' });
      document.body.append(link);
      link.click();
      try {
        window.open(address);
      } catch {
        // As above.
      }
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
    }, [target, wait] as const).catch(() => undefined);
    bench.tried(`going to ${target}`, page.url() === home);
  }
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  bench.tried('second window', windows === 1);
  bench.tried('navigation reaches a stranger', hits.length === 0);
  expect(page.url()).toBe(home);
  expect(windows).toBe(1);
  expect(hits).toEqual([]);
  expect(await bench.running.openedAddresses()).toEqual([]);
});

test('a frame gets neither a page nor the bridge, and a webview is nothing', async ({ bench, stranger }) => {
  const { window: page } = bench.running;
  const { origin, hits } = stranger;
  const seen = await page.evaluate(async ([foreign, milliseconds]) => {
    const frames = [`${foreign}/frame`, `${location.origin}/index.html`, 'about:blank'].map((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
      return frame;
    });
    const webview = document.createElement('webview');
    webview.setAttribute('src', `${foreign}/webview`);
    webview.setAttribute('allowpopups', '');
    document.body.append(webview);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    const hasBridge = (frame: HTMLIFrameElement): boolean => {
      try {
        return frame.contentWindow !== null && 'liaison' in frame.contentWindow;
      } catch {
        return false;
      }
    };
    const isKnown = !(webview instanceof HTMLUnknownElement) && 'getWebContentsId' in webview;
    for (const element of [...frames, webview]) element.remove();
    return { bridges: frames.map(hasBridge), isKnown };
  }, [origin, wait] as const);
  bench.tried('bridge in a frame', !seen.bridges.includes(true));
  bench.tried('webview', !seen.isKnown);
  bench.tried('frame of a stranger', hits.length === 0);
  expect(seen).toEqual({ bridges: [false, false, false], isKnown: false });
  expect(hits).toEqual([]);
});
