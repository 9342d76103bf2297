/** Names that tools ask of any object to learn what it is; answering them is no use of the API. */
const PROBES: ReadonlySet<string> = new Set(['then', 'toJSON', 'constructor', 'default', '__esModule', 'domain', 'nodeType', 'length', 'splice', 'inspect']);

/** The error of everything that Electron has and the stand-in has not. */
export function notImplemented(name: string): Error {
  return new Error(`stand-in: ${name} is not implemented`);
}

/** The same object, but reading a member it does not have throws by name instead of giving `undefined`. */
export function complete<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (typeof key === 'symbol' || key in object || key.startsWith('_') || PROBES.has(key)) return Reflect.get(object, key, receiver);
      throw notImplemented(`${name}.${key}`);
    },
  });
}

/** A function that rejects by name: what a person would have to answer must be replaced by the test. */
export function mustBeReplaced(name: string): () => Promise<never> {
  return async () => {
    throw new Error(`stand-in: ${name} was called; a test must replace it`);
  };
}
