/*
 * contextBridge: values, functions and promises between the preload's world and the page's. Injected as source text into both worlds,
 * so every function stands in `bridgeFunctions` and uses only these. The worlds talk through DOM events whose names hold a secret.
 */

/** `page`: the page's own world; `preload`: the isolated one. */
type Side = 'page' | 'preload';

type BridgeMessage =
  | { readonly type: 'call'; readonly id: number; readonly parameters: unknown }
  | { readonly type: 'returned'; readonly value: unknown }
  | { readonly type: 'threw'; readonly message: string }
  | { readonly type: 'resolved'; readonly id: number; readonly value: unknown }
  | { readonly type: 'rejected'; readonly id: number; readonly message: string }
  | { readonly type: 'expose'; readonly key: string; readonly value: unknown };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Bridge {
  readonly post: (message: BridgeMessage) => void;
  readonly functions: Map<number, (...parameters: unknown[]) => unknown>;
  readonly ids: WeakMap<object, number>;
  readonly waiting: Map<number, Waiting>;
  lastId: number;
  reply: BridgeMessage | undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isPlain(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Object]';
}

function packFunction(bridge: Bridge, value: (...parameters: unknown[]) => unknown): unknown {
  const known = bridge.ids.get(value);
  const id = known ?? (bridge.lastId += 1);
  bridge.ids.set(value, id);
  bridge.functions.set(id, value);
  return { $function: id };
}

function packPromise(bridge: Bridge, value: Promise<unknown>): unknown {
  const id = (bridge.lastId += 1);
  value.then(
    (result) => bridge.post({ type: 'resolved', id, value: pack(bridge, result) }),
    (error: unknown) => bridge.post({ type: 'rejected', id, message: messageOf(error) }),
  );
  return { $promise: id };
}

function pack(bridge: Bridge, value: unknown): unknown {
  if (typeof value === 'function') return packFunction(bridge, value as (...parameters: unknown[]) => unknown);
  if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Promise) return packPromise(bridge, value);
  if (Array.isArray(value)) return value.map((member: unknown) => pack(bridge, member));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]: [string, unknown]) => [key, pack(bridge, member)]));
}

function unpackFunction(bridge: Bridge, id: number): (...parameters: unknown[]) => unknown {
  return (...parameters) => {
    // The event is delivered before `post` returns, and so is its answer.
    bridge.post({ type: 'call', id, parameters: pack(bridge, parameters) });
    const { reply } = bridge;
    if (reply?.type === 'threw') throw new Error(reply.message);
    return reply?.type === 'returned' ? unpack(bridge, reply.value) : undefined;
  };
}

function unpack(bridge: Bridge, value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((member: unknown) => unpack(bridge, member));
  if (!isPlain(value)) return value;
  if (Object.hasOwn(value, '$function')) return unpackFunction(bridge, (value as { readonly $function: number }).$function);
  if (Object.hasOwn(value, '$promise')) {
    const id = (value as { readonly $promise: number }).$promise;
    return new Promise((resolve, reject) => {
      bridge.waiting.set(id, { resolve, reject });
    });
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]: [string, unknown]) => [key, unpack(bridge, member)]));
}

function freezeDeep(value: unknown): unknown {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) freezeDeep(member);
  }
  return value;
}

function answerCall(bridge: Bridge, id: number, parameters: unknown): BridgeMessage {
  try {
    const result = bridge.functions.get(id)?.(...(unpack(bridge, parameters) as unknown[]));
    return { type: 'returned', value: pack(bridge, result) };
  } catch (error) {
    return { type: 'threw', message: messageOf(error) };
  }
}

function settle(bridge: Bridge, message: Extract<BridgeMessage, { readonly id: number }>): void {
  const waiting = bridge.waiting.get(message.id);
  bridge.waiting.delete(message.id);
  if (message.type === 'resolved') waiting?.resolve(unpack(bridge, message.value));
  else if (message.type === 'rejected') waiting?.reject(new Error(message.message));
}

function receive(bridge: Bridge, message: BridgeMessage): void {
  if (message.type === 'call') bridge.post(answerCall(bridge, message.id, message.parameters));
  else if (message.type === 'returned' || message.type === 'threw') bridge.reply = message;
  else if (message.type === 'expose') {
    const value = freezeDeep(unpack(bridge, message.value));
    Object.defineProperty(globalThis, message.key, { value, enumerable: true, configurable: false, writable: false });
  } else settle(bridge, message);
}

/** Starts one end of the bridge; the page's end must be started first. What it needs is taken now, before the page can replace it. */
export function startBridge(secret: string, side: Side): (key: string, value: unknown) => void {
  const other = side === 'page' ? 'preload' : 'page';
  const dispatch = document.dispatchEvent.bind(document);
  const Custom = CustomEvent;
  const bridge: Bridge = {
    post: (message) => {
      dispatch(new Custom(secret + other, { detail: message }));
    },
    functions: new Map(),
    ids: new WeakMap(),
    waiting: new Map(),
    lastId: 0,
    reply: undefined,
  };
  document.addEventListener(secret + side, (event) => {
    event.stopImmediatePropagation();
    receive(bridge, (event as CustomEvent<BridgeMessage>).detail);
  });
  return (key, value) => bridge.post({ type: 'expose', key, value: pack(bridge, value) });
}

/** All of the above, for injection. */
export const bridgeFunctions: readonly ((...parameters: never[]) => unknown)[] = [
  messageOf, isPlain, packFunction, packPromise, pack, unpackFunction, unpack, freezeDeep, answerCall, settle, receive, startBridge,
];
