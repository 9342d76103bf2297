/** A browser reduced to what a sign-in needs: it keeps cookies and follows redirects until one leaves the server. */
export interface FetchBrowser {
  get(url: string): Promise<Visit>;
  submit(url: string, fields: Readonly<Record<string, string>>): Promise<Visit>;
}

/** Where a visit ended: at a page, or at a redirect to another place, which is not followed. */
export type Visit =
  | { readonly kind: 'page'; readonly url: string; readonly status: number; readonly body: string }
  | { readonly kind: 'left'; readonly location: string };

const MAXIMUM_REDIRECTS = 10;

function createJar() {
  const cookies = new Map<string, string>();
  return {
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    keep(setCookies: readonly string[]) {
      for (const line of setCookies) {
        const [pair = '', ...attributes] = line.split(';');
        const cut = pair.indexOf('=');
        const [name, value] = [pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()];
        const ended = value === '' || attributes.some((one) => /max-age=0|expires=thu, 01 jan 1970/i.test(one));
        if (ended) cookies.delete(name);
        else cookies.set(name, value);
      }
    },
  };
}

/** A browser without any cookie. Use one for two sign-ins to meet the session that the first left over. */
export function createFetchBrowser(): FetchBrowser {
  const jar = createJar();
  const visit = async (url: string, init: RequestInit, redirects: number): Promise<Visit> => {
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie: jar.header() } });
    jar.keep(response.headers.getSetCookie());
    const location = response.headers.get('location');
    if (location === null || response.status < 300 || response.status > 399) return { kind: 'page', url, status: response.status, body: await response.text() };
    await response.body?.cancel();
    const next = new URL(location, url);
    if (next.origin !== new URL(url).origin || next.protocol !== 'http:') return { kind: 'left', location };
    if (redirects === 0) throw new Error('Redirected too often');
    return visit(next.href, { method: 'GET' }, redirects - 1);
  };
  return {
    get: async (url) => visit(url, { method: 'GET' }, MAXIMUM_REDIRECTS),
    submit: async (url, fields) => visit(url, { method: 'POST', body: new URLSearchParams(fields) }, MAXIMUM_REDIRECTS),
  };
}
