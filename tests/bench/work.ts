import type { Shown } from './windows.ts';

/** Milliseconds of processor time of one step: of the page's own thread, and of the process of main. */
export interface Work {
  readonly page: number;
  readonly main: number;
}

/** Runs `act`, which answers one value for each step it made, and adds the work of one step to `into`. */
export type WorkWatch = <Values extends readonly unknown[]>(into: Work[], act: () => Promise<Values>) => Promise<Values>;

/** Watches the work of a program. The page's thread is asked for its own time, so that what other programs do is not in it. */
export async function watchWork({ app, window }: Shown): Promise<WorkWatch> {
  const session = await window.context().newCDPSession(window);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const ofPage = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const ofMain = async (): Promise<number> => app.evaluate(() => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  });
  return async (into, act) => {
    const before = { page: await ofPage(), main: await ofMain() };
    const values = await act();
    const [main, page] = [await ofMain(), await ofPage()];
    into.push({ page: (page - before.page) / values.length, main: (main - before.main) / values.length });
    return values;
  };
}
