import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FIRST_PAGE } from '../../../electron/contract/first-questions.ts';
import type * as Early from '../../../renderer/early.ts';

type Listener = () => void;
const heard: Listener[] = [];
const call = vi.fn<(name: string, argument: unknown) => Promise<unknown>>(async (name) => ({ ok: true, value: name === 'app.start' ? { language: 'de' } : name }));

/** The questions as a window that begins sends them. */
async function begin(): Promise<typeof Early> {
  vi.resetModules();
  return import('../../../renderer/early.ts');
}

beforeEach(() => {
  heard.length = 0;
  call.mockClear();
  const onChanged = (listener: Listener): Listener => {
    heard.push(listener);
    return () => void heard.splice(heard.indexOf(listener), 1);
  };
  vi.stubGlobal('window', { liaison: { call, onChanged } });
  vi.stubGlobal('document', { documentElement: { lang: '' } });
});
afterEach(() => void vi.unstubAllGlobals());

it('asks how things stand and for the first page of the list before anybody wants to know', async () => {
  const { firstAnswers } = await begin();
  await firstAnswers;
  expect(call.mock.calls).toEqual([['app.start', undefined], ['link.view', undefined], ['sites.list', FIRST_PAGE]]);
});

it('has the words of the language that main remembers with the first answers', async () => {
  const { firstAnswers } = await begin();
  const { default: i18next } = await import('i18next');
  expect((await firstAnswers).map((answer) => answer.ok)).toEqual([true, true, true]);
  expect([i18next.language, i18next.t('sites.newSite')]).toEqual(['de', 'Neues Objekt']);
});

it('answers each of these questions once, and no other', async () => {
  const { earlyAnswer } = await begin();
  expect(await earlyAnswer('sites.list', { ...FIRST_PAGE })).toEqual({ ok: true, value: 'sites.list' });
  expect(earlyAnswer('sites.list', { ...FIRST_PAGE })).toBeUndefined();
  expect(earlyAnswer('sites.list', { ...FIRST_PAGE, offset: 100 })).toBeUndefined();
  expect(await earlyAnswer('link.view', undefined)).toEqual({ ok: true, value: 'link.view' });
});

it('forgets what a change made old', async () => {
  const { earlyAnswer } = await begin();
  for (const listener of heard) listener();
  expect([earlyAnswer('app.start', undefined), earlyAnswer('sites.list', FIRST_PAGE)]).toEqual([undefined, undefined]);
});

it('forgets what nobody wanted, and hears nothing any more, when the start is over', async () => {
  const { earlyAnswer, endEarly } = await begin();
  endEarly();
  expect([earlyAnswer('link.view', undefined), heard.length]).toEqual([undefined, 0]);
});

it('shows at once what is there, without using it up, and nothing that a change made old', async () => {
  const { earlyAnswer, firstAnswers, earlyValue } = await begin();
  await firstAnswers;
  expect([earlyValue('sites.list', { ...FIRST_PAGE }), earlyValue('sites.list', { ...FIRST_PAGE, offset: 50 })]).toEqual(['sites.list', undefined]);
  expect(await earlyAnswer('sites.list', FIRST_PAGE)).toEqual({ ok: true, value: 'sites.list' });
  expect(earlyValue('sites.list', FIRST_PAGE)).toBeUndefined();
  expect(earlyValue('link.view', undefined)).toBe('link.view');
  for (const listener of heard) listener();
  expect(earlyValue('link.view', undefined)).toBeUndefined();
});

it('has no value for what was refused, nor for an answer that comes after a change', async () => {
  call.mockImplementationOnce(async () => ({ ok: false, problem: { code: 'L-81' } }));
  const { firstAnswers, earlyValue } = await begin();
  for (const listener of heard) listener();
  await firstAnswers;
  expect([earlyValue('app.start', undefined), earlyValue('sites.list', FIRST_PAGE)]).toEqual([undefined, undefined]);
});
