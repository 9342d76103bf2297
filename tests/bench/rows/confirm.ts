import path from 'node:path';
import { startTestAuthority, type TestAuthority } from '../../authority/chaos.ts';
import { signInAs } from '../../authority/customer.ts';
import { launchApp, type RunningApp } from '../../e2e/support/running-app.ts';
import { newSite, startSignIn } from '../../e2e/support/steps.ts';
import { figure, goal } from '../figures.ts';
import type { Effort, Row, RowResult } from '../result.ts';
import { ask, setUp } from '../windows.ts';

/** One return: from the callback to the question in the window, and how much of it was spent waiting for the server. Milliseconds. */
interface Return {
  readonly whole: number;
  readonly server: number;
}

/** More say nothing new. */
const MOST = 20;

interface Wire {
  readonly spans: [number, number][];
}

/** Main notes from when to when requests were on their way. */
async function watchRequests({ app }: RunningApp): Promise<void> {
  await app.evaluate(({ net }) => {
    const wire: Wire = { spans: [] };
    Object.assign(globalThis, { wire });
    const request = net.request.bind(net);
    Object.assign(net, {
      request: (...given: Parameters<typeof request>) => {
        const sent = request(...given);
        const end = sent.end.bind(sent);
        Object.assign(sent, {
          end: (...more: Parameters<typeof end>) => {
            const span: [number, number] = [performance.now(), Infinity];
            wire.spans.push(span);
            sent.once('response', (message) => message.once('end', () => void (span[1] = performance.now())));
            return end(...more);
          },
        });
        return sent;
      },
    });
  });
}

/** Hands over the return as the system does; answers the time in milliseconds since 1970-01-01 UTC. */
async function handOver({ app }: RunningApp, address: string): Promise<number> {
  return app.evaluate(({ app: main }, url) => {
    (globalThis as unknown as { wire: Wire }).wire.spans.length = 0;
    const at = performance.timeOrigin + performance.now();
    main.emit('open-url', { preventDefault: () => undefined }, url);
    return at;
  }, address);
}

/** Resolves with the time at which the question stands in the window; the same clock. */
async function questionAt({ window }: RunningApp): Promise<number> {
  return window.evaluate(async () => new Promise<number>((resolve) => {
    const look = (): boolean => [...document.querySelectorAll('button')].some(({ textContent }) => textContent === 'Yes, this is our home');
    const observer = new MutationObserver(() => {
      if (!look()) return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    });
    observer.observe(document.body, { childList: true, subtree: true });
  }));
}

/** Requests that overlap are waited for once. */
async function waited({ app }: RunningApp): Promise<number> {
  return app.evaluate(() => {
    const spans = [...(globalThis as unknown as { wire: Wire }).wire.spans].filter(([, to]) => to !== Infinity).toSorted(([a], [b]) => a - b);
    let [sum, until] = [0, -Infinity];
    for (const [from, to] of spans) {
      sum += Math.max(0, to - Math.max(from, until));
      until = Math.max(until, to);
    }
    return sum;
  });
}

async function journey(running: RunningApp, { authority }: TestAuthority): Promise<Return> {
  const person = authority.customers()[0];
  if (!person) throw new Error('Nobody lives in the authority.');
  const address = await signInAs(await startSignIn(running), person);
  const question = questionAt(running);
  const begun = await handOver(running, address);
  const whole = (await question) - begun;
  const server = await waited(running);
  await ask(running.window, 'link.reject', undefined);
  return { whole, server };
}

async function measure({ journeys }: Effort, folder: string): Promise<RowResult> {
  const authority = await startTestAuthority({ latencyMilliseconds: 20 });
  const running = await launchApp(path.join(folder, 'confirm'));
  await setUp(running.window, { ...authority.options, origin: authority.authority.origin });
  // The screens that were set up by calls are drawn anew.
  await running.window.reload();
  await running.window.getByRole('button', { name: 'Add the first site' }).waitFor();
  await newSite(running.window, 'Maison Dupont');
  await watchRequests(running);
  const found: Return[] = [];
  const times = Math.min(journeys, MOST);
  for (let number = 0; number < times; number += 1) found.push(await journey(running, authority));
  await running.close();
  await authority.authority.close();
  return {
    row: 'confirm', title: 'From the callback to the question', notes: ['From the moment the system hands over the return until the question stands in the window, without the time in which requests were on their way. The server answers after 20 ms.'],
    figures: [figure('from the callback to the question', 'ms', found.map(({ whole }) => whole)), figure('of it waiting for the server', 'ms', found.map(({ server }) => server))],
    goals: [goal('confirm.own', 50, figure('our own time from the callback to the question', 'ms', found.map(({ whole, server }) => whole - server)))],
  };
}

/** How long the customer waits for us. */
export const confirm: Row = { name: 'confirm', title: 'From the callback to the question', isStable: false, measure };
