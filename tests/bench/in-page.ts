/** What a watched page knows of itself. Times are milliseconds since its navigation began. */
export interface Watched {
  /** When the first row of the list, or what a peer has in its place, was in the page, and when it was painted after that. */
  usefulAt: number | null;
  usefulPaintedAt: number | null;
  /** When a row was in the page that can be pressed, and not only looked at. */
  usableAt: number | null;
  /** Tasks that held the page for more than 50 ms: when they ended, and for how long. */
  readonly longTasks: { readonly end: number; readonly duration: number }[];
}

/** Runs in every page before anything of its own. The page is not changed by it. */
export function watchPage(): void {
  const watched: Watched = { usefulAt: null, usefulPaintedAt: null, usableAt: null, longTasks: [] };
  Object.assign(globalThis, { watched });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watched.longTasks.push({ end: startTime + duration, duration });
  }).observe({ type: 'longtask', buffered: true });
  const notePainting = (): void => {
    // The message comes after the frame that this change is drawn in.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => void (watched.usefulPaintedAt = performance.now()));
      port1.start();
      port2.postMessage(null);
    });
  };
  const observer = new MutationObserver(() => {
    const row = document.querySelector('.site-rows .site-row-name, #useful');
    if (row === null) return;
    if (watched.usefulAt === null) notePainting();
    watched.usefulAt ??= performance.now();
    if (row.closest('[inert]')) return;
    watched.usableAt = performance.now();
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** What a page tells of its beginning, in milliseconds. `anything`: the first paint of any kind, a background too, where `firstPaint` wants text or a picture. `usable`: the list can be pressed. */
export interface Beginning {
  readonly anything: number;
  readonly firstPaint: number;
  readonly useful: number;
  readonly usable: number;
}

/** What the page can say once its list can be used; null before. */
export function readPage(): Beginning | null {
  const { watched } = globalThis as unknown as { watched: Watched | undefined };
  const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
  const anything = performance.getEntriesByName('first-paint')[0]?.startTime ?? Number.NaN;
  if (firstPaint === undefined || !watched || watched.usefulPaintedAt === null || watched.usableAt === null) return null;
  return { anything, firstPaint, useful: watched.usefulPaintedAt, usable: watched.usableAt };
}

/** The longest task since something was painted: before that there is nothing that could stand still, and what watches the page prepares it. Milliseconds; 0 for none above 50. */
export function longestTask(): number {
  const { watched } = globalThis as unknown as { watched: Watched };
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  return Math.max(0, ...watched.longTasks.filter(({ end }) => end > painted).map(({ duration }) => duration));
}
