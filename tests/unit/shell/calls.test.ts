import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { CALL_CHANNEL } from '../../../electron/contract/bridge.ts';
import { calls, type CallName } from '../../../electron/contract/calls.ts';
import { failure, success, type Result } from '../../../electron/contract/result.ts';
import { answerCall, isOurFrame, serveCalls, type CallLog, type Handlers } from '../../../electron/shell/calls.ts';

const names = Object.keys(calls) as CallName[];
const malformed = failure({ code: 'L-81', reason: 'malformed' });
const list = { rows: [], total: 0, groups: [], counts: { all: 0, needsMe: 0, dueSoon: 0, handOverOpen: 0, contractEnding: 0 }, position: null };
const internal = failure({ code: 'L-81', reason: 'internal' });

/** Every call handled by the same function; types are given up here because garbage is what these tests send. */
function handledBy(handler: (argument: unknown) => unknown): Handlers {
  return Object.fromEntries(names.map((name) => [name, handler])) as unknown as Handlers;
}

describe('a call from the window', () => {
  it('is answered with what the handler gives, its argument as the schema reads it', async () => {
    const handler = vi.fn<(argument: unknown) => Result<unknown>>(() => success(list));
    const answer = await answerCall(handledBy(handler), vi.fn<CallLog>(), 'sites.list', { query: 'x', offset: 0, limit: 10 });
    expect(answer).toEqual(success(list));
    expect(handler).toHaveBeenCalledExactlyOnceWith({ query: 'x', offset: 0, limit: 10 });
  });

  it('passes a failure on', async () => {
    const problem = failure({ code: 'L-62', field: 'x' });
    expect(await answerCall(handledBy(async () => problem), vi.fn<CallLog>(), 'link.view', undefined)).toEqual(problem);
  });

  it.each(names)('%s: an argument that does not fit never reaches the handler', async (name) => {
    const handler = vi.fn<() => Result<unknown>>(() => failure({ code: 'L-62' }));
    const handlers = handledBy(handler);
    const garbage = fc.anything({ withBigInt: true, withMap: true, withDate: true, withNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(garbage.filter((argument) => !calls[name].argument.safeParse(argument).success), async (argument) => {
        expect(await answerCall(handlers, vi.fn<CallLog>(), name, argument)).toEqual(malformed);
      }),
      { numRuns: 60 },
    );
    expect(handler).not.toHaveBeenCalled();
  });

  it('may bring as many bytes as the contract says, counted as bytes; other calls as little as ever', async () => {
    const handler = vi.fn<() => Result<unknown>>(() => success([]));
    const sent = async (name: CallName, argument: unknown): Promise<boolean> => (await answerCall(handledBy(handler), vi.fn<CallLog>(), name, argument)).ok;
    const photo = (bytes: number): unknown => ({ siteId: 's', jpeg: new Uint8Array(bytes) });
    expect([await sent('visit.addPhoto', photo(2 * 1024 * 1024)), await sent('visit.addPhoto', photo(2 * 1024 * 1024 + 1024))]).toEqual([true, false]);
    expect([await sent('visit.photos', { siteId: 's' }), await sent('visit.photos', { siteId: 's', jpeg: new Uint8Array(1) })]).toEqual([true, false]);
    for (const jpeg of [new ArrayBuffer(8), [255, 216], 'bytes', new DataView(new ArrayBuffer(8)), { byteLength: 2 }]) expect(await sent('visit.addPhoto', { siteId: 's', jpeg })).toBe(false);
    expect(await sent('sites.note', { siteId: 's', notes: new Uint8Array(70_000) })).toBe(false);
  });

  it('is refused under any name that is not in the contract', async () => {
    const handler = vi.fn<() => Result<unknown>>(() => success(null));
    const handlers = handledBy(handler);
    const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', ''].map((name) => fc.constant(name));
    const anyName = fc.oneof(...inherited, fc.string(), fc.anything()).filter((name) => !names.some((known) => known === name));
    await fc.assert(
      fc.asyncProperty(anyName, async (name) => {
        const log = vi.fn<CallLog>();
        expect(await answerCall(handlers, log, name, undefined)).toEqual(malformed);
        // A name that is not ours could hold anything, so it is not logged either.
        expect(log.mock.calls).toEqual([['callRefused', null]]);
      }),
      { numRuns: 300 },
    );
    expect(handler).not.toHaveBeenCalled();
  });

  it('is refused above 64 KB and when it cannot be written as JSON', async () => {
    const handlers = handledBy(() => success(null));
    const circular: { self?: unknown } = {};
    circular.self = circular;
    const log = vi.fn<CallLog>();
    const schema = vi.spyOn(calls['link.paste'].argument, 'safeParse');
    for (const argument of [{ address: 'x'.repeat(70_000) }, circular, { address: 1n }]) {
      expect(await answerCall(handlers, log, 'link.paste', argument)).toEqual(malformed);
    }
    expect(schema).not.toHaveBeenCalled();
    expect(log).toHaveBeenCalledTimes(3);
    expect(log).toHaveBeenLastCalledWith('callRefused', 'link.paste');
  });

  it('may hold a whole day list, because pieces of one could not be all or nothing, and no more than that', async () => {
    const line = { kind: 'new', name: '"'.repeat(200), address: '"'.repeat(300), customerName: '"'.repeat(200), visit: '2026-01-02T10:00' };
    const day = (lines: number): unknown => ({ customerLanguage: 'fr', lines: Array.from({ length: lines }, () => line) });
    const taken = success({ added: 500, visits: 0 });
    const log = vi.fn<CallLog>();
    expect(await answerCall(handledBy(() => taken), log, 'sites.import', day(500))).toEqual(taken);
    expect([await answerCall(handledBy(() => taken), log, 'sites.import', day(501)), await answerCall(handledBy(() => taken), log, 'sites.import', day(2000))]).toEqual([malformed, malformed]);
  });

  it('never gets an undeclared member, on success or on failure', async () => {
    const log = vi.fn<CallLog>();
    const leak = (result: unknown): Promise<Result<unknown>> => answerCall(handledBy(() => result), log, 'sites.list', { query: '', offset: 0, limit: 1 });
    expect(await leak(success({ ...list, token: 'canary' }))).toEqual(internal);
    expect(await leak({ ok: false, problem: { code: 'L-62', secret: 'canary' } })).toEqual(internal);
    expect(await leak({ ok: true, value: list, extra: 'canary' })).toEqual(success(list));
    expect(log.mock.calls).toEqual([['answerRefused', 'sites.list'], ['answerRefused', 'sites.list']]);
  });

  it('survives a handler that throws, and says nothing of what was thrown', async () => {
    const log = vi.fn<CallLog>();
    const throwing = handledBy(() => {
      throw new Error('canary');
    });
    expect(await answerCall(throwing, log, 'link.view', undefined)).toEqual(internal);
    expect(await answerCall(handledBy(async () => Promise.reject(new Error('canary'))), log, 'link.view', undefined)).toEqual(internal);
    expect(log.mock.calls).toEqual([['callFailed', 'link.view'], ['callFailed', 'link.view']]);
  });
});

describe('the sender', () => {
  const ours = { parent: null, origin: 'app://liaison', processId: 4, routingId: 1 };

  it('is trusted only when it is our top frame at our origin', () => {
    expect(isOurFrame({ ...ours }, ours, 'app://liaison')).toBe(true);
    const parent = ours as unknown as NonNullable<Parameters<typeof isOurFrame>[0]>['parent'];
    for (const other of [{ parent }, { origin: 'https://example.com' }, { origin: 'null' }, { origin: 'app://liaison.example' }, { processId: 5 }, { routingId: 2 }]) {
      expect(isOurFrame({ ...ours, ...other }, ours, 'app://liaison')).toBe(false);
    }
    expect(isOurFrame(null, ours, 'app://liaison')).toBe(false);
  });

  it('is not trusted when its frame is gone', () => {
    const gone = {
      ...ours,
      get parent(): null {
        throw new Error('Render frame was disposed before WebFrameMain could be accessed');
      },
    };
    expect(isOurFrame(gone, ours, 'app://liaison')).toBe(false);
  });

  it('decides before anything else is looked at', async () => {
    let invoke: Parameters<IpcMain['handle']>[1] = () => undefined;
    const handler = vi.fn<() => Result<unknown>>(() => failure({ code: 'L-62' }));
    const log = vi.fn<CallLog>();
    let trusted = false;
    let served = '';
    const handle = (channel: string, listener: typeof invoke): void => {
      served = channel;
      invoke = listener;
    };
    serveCalls({ handle }, () => trusted, Promise.resolve(handledBy(handler)), log);
    const event = {} as IpcMainInvokeEvent;
    expect(await invoke(event, 'link.view', undefined)).toEqual(failure({ code: 'L-81', reason: 'sender' }));
    expect(handler).not.toHaveBeenCalled();
    expect(log).toHaveBeenCalledExactlyOnceWith('senderRefused', null);
    trusted = true;
    expect(await invoke(event, 'link.view', undefined)).toEqual(failure({ code: 'L-62' }));
    expect(served).toBe(CALL_CHANNEL);
  });
});
