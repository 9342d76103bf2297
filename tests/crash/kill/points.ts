/** Where a process shall be killed: at the n-th time it passes a named point, after so many milliseconds, or inside its n-th call to sync a file. */
export type KillPlan = { readonly point: string; readonly nth: number } | { readonly afterMilliseconds: number } | { readonly sync: number };

const around = (...methods: readonly string[]): readonly string[] => methods.flatMap((method) => [`${method}:before`, `${method}:after`]);
/** The request is about to leave; has left; the server has acted and its answer begins; the answer is read and not yet looked at. */
const onTheWay = (kind: 'token' | 'read'): readonly string[] => [`${kind}:before`, `${kind}:flushed`, `${kind}:headers`, `${kind}:read`];

/** Every boundary a renewal passes, in about the order of its steps. */
export const REFRESH_POINTS: readonly string[] = [
  ...around('find', 'readTokens', 'pendingRenewal', 'beginRenewal'), ...onTheWay('token'), ...around('completeRenewal'),
];
/** Every boundary a sign-in passes, from its first look at the store to the stored link. */
export const LINK_POINTS: readonly string[] = [
  ...onTheWay('token'), ...onTheWay('read'), ...around('findOtherSite', 'compareAccount', 'findBySite', 'create', 'history'),
];
/** Boundaries of the start after a crash. */
export const START_POINTS: readonly string[] = [...around('pendingRenewals', 'setStanding', 'due', 'beginRenewal', 'completeRenewal', 'settleRenewal'), ...onTheWay('token')];

/** Points behind which the new token is on disk. */
export const SAVED_POINTS: ReadonlySet<string> = new Set(['completeRenewal:after', 'create:after', 'history:before', 'history:after']);
