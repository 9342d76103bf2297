/** Comes when every style sheet of the page is there: nothing but the skeleton is drawn before. One that cannot be had is not waited for once the page has loaded. */
export async function sheetsAreHere(): Promise<void> {
  const awaited = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].filter(({ sheet }) => sheet === null);
  if (awaited.length === 0 || document.readyState === 'complete') return;
  const loaded = new Promise((done) => window.addEventListener('load', done, { once: true }));
  await Promise.race([loaded, Promise.all(awaited.map(async (link) => new Promise((done) => link.addEventListener('load', done, { once: true }))))]);
}
