/** What runs inside the page of the list. Each function is handed over as text, so that it holds everything it needs. */

/** Jumps through the whole list and answers the most rows that were in the page at once. */
export async function mostRows(): Promise<number> {
  const scroller = document.querySelector('.list-body');
  if (!scroller) throw new Error('There is no list.');
  let most = 0;
  for (let step = 0; step <= 40; step += 1) {
    scroller.scrollTop = (scroller.scrollHeight * step) / 40;
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
    most = Math.max(most, document.querySelectorAll('.site-rows li').length);
  }
  scroller.scrollTop = 0;
  return most;
}

/** Milliseconds from frame to frame for `milliseconds`; the list, where there is one, is scrolled by `pixels` at each. */
export async function frames([milliseconds, pixels]: readonly [number, number]): Promise<readonly number[]> {
  const scroller = document.querySelector('.list-body');
  const times: number[] = [];
  const end = performance.now() + milliseconds;
  let last: number | null = null;
  await new Promise<void>((resolve) => {
    const next = (at: number): void => {
      if (last !== null) times.push(at - last);
      last = at;
      if (scroller) {
        // Over the edge it begins at the top again.
        const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
        scroller.scrollTop = isAtEnd ? 0 : scroller.scrollTop + pixels;
      }
      if (performance.now() < end) requestAnimationFrame(next);
      else resolve();
    };
    requestAnimationFrame(next);
  });
  if (scroller) scroller.scrollTop = 0;
  return times;
}

/** One keystroke: when the list with the answer was in the page, and when it was painted. `bridge`: an empty question to main and its answer. */
export interface Keystroke {
  readonly answered: number;
  readonly painted: number;
  readonly bridge: number;
}

/** Types `queries` one after the other, each in place of the one before. */
export async function keystrokes(queries: readonly string[]): Promise<readonly Keystroke[]> {
  const input = document.querySelector<HTMLInputElement>('input[type=search]');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const { liaison } = globalThis as unknown as { liaison: { call(name: string, argument: unknown): Promise<unknown> } };
  const shown = (): string => document.querySelector('.filter-count')?.textContent ?? '';
  const wait = async (milliseconds: number): Promise<void> => new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
  const type = async (query: string): Promise<Omit<Keystroke, 'bridge'>> => {
    const before = shown();
    const started = performance.now();
    const changed = new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`“${query}” changed nothing.`)), 30_000);
      const observer = new MutationObserver(() => {
        if (shown() === before) return;
        clearTimeout(late);
        observer.disconnect();
        resolve(performance.now() - started);
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    set?.call(input, query);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    const answered = await changed;
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve, 0));
    });
    return { answered, painted: performance.now() - started };
  };
  const found: Keystroke[] = [];
  for (const query of queries) {
    const asked = performance.now();
    await liaison.call('link.view', undefined);
    const bridge = performance.now() - asked;
    found.push({ ...(await type(query)), bridge });
    await wait(60);
  }
  return found;
}

/** Asks main `count` times for next to nothing. */
export async function emptyQuestions(count: number): Promise<readonly number[]> {
  const { liaison } = globalThis as unknown as { liaison: { call(name: string, argument: unknown): Promise<unknown> } };
  const times: number[] = [];
  for (let asked = 0; asked < count; asked += 1) {
    const started = performance.now();
    await liaison.call('link.view', undefined);
    times.push(performance.now() - started);
  }
  return times;
}
