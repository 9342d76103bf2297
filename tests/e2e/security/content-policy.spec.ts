import { expect, test } from './bench.ts';

type Way = readonly [what: string, happened: boolean];

test('no script but our own runs', async ({ bench, stranger }) => {
  const { window: page } = bench.running;
  const ways = await page.evaluate(async (origin): Promise<Way[]> => {
    const ran = new Set<string>();
    Object.assign(window, { ran: (name: string) => ran.add(name) });
    const attempt = (action: () => void): boolean => {
      try {
        action();
        return true;
      } catch {
        return false;
      }
    };
    const add = (tag: string, attributes: Readonly<Record<string, string>>, text = ''): void => void attempt(() => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      if (text) element.append(text);
      document.body.append(element);
      element.click();
    });
    add('script', {}, 'ran("inline script")');
    add('script', { src: `${origin}/script.js` });
    add('script', { src: 'data:text/javascript,ran("data script")' });
    add('script', { type: 'module', src: `${origin}/module.js` });
    add('button', { onclick: 'ran("inline handler")' });
    add('a', { href: 'javascript:ran("javascript address")' });
    add('iframe', { srcdoc: '<script>parent.ran("frame")</script>' });
    add('link', { rel: 'stylesheet', href: `${origin}/style.css` });
    add('object', { data: `${origin}/object` });
    add('embed', { src: `${origin}/embed` });
    await new Promise((resolve) => setTimeout(resolve, 300));
    return [
      ['eval', attempt(() => void (0, eval)('1'))],
      ['Function', attempt(() => void new Function('return 1')())],
      ['setTimeout with text', attempt(() => void setTimeout('ran("text")' as unknown as () => void, 0)) && ran.has('text')],
      ['innerHTML', attempt(() => void (document.createElement('p').innerHTML = '<img src=x onerror=ran("html")>'))],
      ['worker', attempt(() => void new Worker(URL.createObjectURL(new Blob(['1']))))],
      ['import of an address', await import(/* @vite-ignore */ `${origin}/import.js`).then(() => true, () => false)],
      ...['inline script', 'data script', 'inline handler', 'javascript address', 'frame', 'html'].map((name): Way => [name, ran.has(name)]),
    ];
  }, stranger.origin);
  for (const [what, happened] of ways) bench.tried(what, !happened);
  bench.tried('script, style or object of a stranger', stranger.hits.length === 0);
  expect(ways.filter(([, happened]) => happened)).toEqual([]);
  expect(stranger.hits).toEqual([]);
});

test('nothing can be sent or fetched from the page', async ({ bench, stranger }) => {
  const { window: page } = bench.running;
  const ways = await page.evaluate(async (origin): Promise<Way[]> => {
    const done = async (action: () => unknown): Promise<boolean> => {
      try {
        await action();
        return true;
      } catch {
        return false;
      }
    };
    const image = new Image();
    image.src = `${origin}/image.png`;
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: `${origin}/form` });
    document.body.append(form);
    form.submit();
    const opens = async (socket: WebSocket | EventSource): Promise<boolean> => new Promise((resolve) => {
      socket.addEventListener('open', () => resolve(true));
      socket.addEventListener('error', () => resolve(false));
    });
    navigator.sendBeacon(`${origin}/beacon`, 'x');
    const request = new XMLHttpRequest();
    request.open('POST', `${origin}/request`);
    const tried: Way[] = [
      ['fetch', await done(async () => fetch(`${origin}/fetch`))],
      ['own scheme by fetch', await done(async () => fetch('/index.html'))],
      ['socket', await done(async () => (await opens(new WebSocket(origin.replace('http', 'ws')))) || Promise.reject(new Error('closed')))],
      ['event stream', await done(async () => (await opens(new EventSource(`${origin}/events`))) || Promise.reject(new Error('closed')))],
    ];
    request.send('x');
    await new Promise((resolve) => setTimeout(resolve, 500));
    return [...tried, ['request', request.status !== 0], ['image', image.naturalWidth > 0]];
  }, stranger.origin);
  for (const [what, happened] of ways) bench.tried(what, !happened);
  bench.tried('form and beacon to a stranger', stranger.hits.length === 0);
  expect(ways.filter(([, happened]) => happened)).toEqual([]);
  expect(stranger.hits).toEqual([]);
});

const TRAVERSALS = [
  '/../package.json', '/%2e%2e/package.json', '/..%2f..%2fmain/main.cjs', '/..\\main\\main.cjs', '/assets/../../main/main.cjs', '//etc/passwd',
  '/index.html%00.js', '/preload.cjs', '/../preload/preload.cjs', '/INDEX.HTML', '/.git/config', '/index.html/../../main/main.cjs',
];

test('our own scheme gives out the files of the window and no other', async ({ bench }) => {
  const { window: page } = bench.running;
  const loaded = await page.evaluate(async (paths) => {
    const loads = async (address: string): Promise<boolean> => new Promise((resolve) => {
      const sheet = document.createElement('link');
      sheet.rel = 'stylesheet';
      sheet.addEventListener('load', () => resolve(true));
      sheet.addEventListener('error', () => resolve(false));
      sheet.href = address;
      document.head.append(sheet);
    });
    const own = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')][0]?.getAttribute('href') ?? '';
    return { own: await loads(own), others: await Promise.all(paths.map(async (each) => [each, await loads(each)] as const)) };
  }, TRAVERSALS);
  expect(loaded.own).toBe(true);
  for (const [path, came] of loaded.others) bench.tried(`file ${path}`, !came);
  expect(loaded.others.filter(([, came]) => came)).toEqual([]);
});
