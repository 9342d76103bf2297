import type { Problem } from '../contract/problems.ts';
import type { UpdatesView } from '../contract/updates.ts';

/** A newer version as the feed tells of it. `bytes` null: it does not say. */
export interface Offer {
  readonly version: string;
  readonly bytes: number | null;
}

/** When a version that is ready is to be installed: `now` waits for renewals, then `preparing` ends the program. */
export type Wish = 'none' | 'now' | 'preparing' | 'atQuit';

/** What is known of updates. `checkedAt` in milliseconds since 1970-01-01 UTC. */
export type UpdateState =
  | { readonly step: 'idle'; readonly checkedAt: number | null; readonly problem: Problem | null }
  | { readonly step: 'available'; readonly offer: Offer; readonly problem: Problem | null }
  | { readonly step: 'downloading'; readonly offer: Offer; readonly percent: number }
  | { readonly step: 'ready'; readonly offer: Offer; readonly wish: Wish; readonly problem: Problem | null };

/** What can happen. `byPerson` false: the program looked by itself, and then a failure is nobody's news. */
export type UpdateEvent =
  | { readonly kind: 'looked'; readonly offer: Offer | null; readonly at: number }
  | { readonly kind: 'lookFailed'; readonly byPerson: boolean; readonly problem: Problem }
  | { readonly kind: 'downloadBegun' }
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'downloaded' }
  | { readonly kind: 'downloadStopped'; readonly problem: Problem | null }
  | { readonly kind: 'wished'; readonly wish: Wish }
  | { readonly kind: 'installFailed'; readonly problem: Problem };

/** Before anything was asked. */
export const atFirst: UpdateState = { step: 'idle', checkedAt: null, problem: null };

function looked(state: UpdateState, offer: Offer | null, at: number): UpdateState {
  // What is on its way, or here already, is not taken back by a look.
  if (state.step === 'downloading' || state.step === 'ready') return state;
  return offer ? { step: 'available', offer, problem: null } : { step: 'idle', checkedAt: at, problem: null };
}

function lookFailed(state: UpdateState, byPerson: boolean, problem: Problem): UpdateState {
  if (!byPerson || state.step === 'downloading' || state.step === 'ready') return state;
  return { ...state, problem };
}

/** The state after `event`; an event that does not fit changes nothing. */
export function afterEvent(state: UpdateState, event: UpdateEvent): UpdateState {
  switch (event.kind) {
    case 'looked':
      return looked(state, event.offer, event.at);
    case 'lookFailed':
      return lookFailed(state, event.byPerson, event.problem);
    case 'downloadBegun':
      return state.step === 'available' ? { step: 'downloading', offer: state.offer, percent: 0 } : state;
    case 'progress':
      // Never backwards: where a short download is not possible, the long one begins anew.
      return state.step === 'downloading' ? { ...state, percent: Math.max(state.percent, Math.min(100, Math.max(0, Math.floor(event.percent)))) } : state;
    case 'downloaded':
      return state.step === 'downloading' ? { step: 'ready', offer: state.offer, wish: 'none', problem: null } : state;
    case 'downloadStopped':
      return state.step === 'downloading' ? { step: 'available', offer: state.offer, problem: event.problem } : state;
    case 'wished':
      return state.step === 'ready' ? { ...state, wish: event.wish, problem: null } : state;
    case 'installFailed':
      return state.step === 'ready' ? { ...state, wish: 'none', problem: event.problem } : state;
    default:
      return event satisfies never;
  }
}

const MEGABYTE = 1_000_000;
const WISHES: Readonly<Record<Wish, Extract<UpdatesView, { state: 'ready' }>['wish']>> = { none: 'none', now: 'waiting', preparing: 'preparing', atQuit: 'atQuit' };

/** What the page shows. `isAsking`: a person has pressed "Check now" and the answer is not there yet. */
export function viewOf(state: UpdateState, isAsking: boolean): UpdatesView {
  if (isAsking && (state.step === 'idle' || state.step === 'available')) return { state: 'checking' };
  switch (state.step) {
    case 'idle':
      return { state: 'idle', checkedAt: state.checkedAt, problem: state.problem };
    case 'available': {
      const { version, bytes } = state.offer;
      return { state: 'available', version, megabytes: bytes === null ? null : Math.max(1, Math.ceil(bytes / MEGABYTE)), problem: state.problem };
    }
    case 'downloading':
      return { state: 'downloading', version: state.offer.version, percent: state.percent };
    case 'ready':
      return { state: 'ready', version: state.offer.version, wish: WISHES[state.wish], problem: state.problem };
    default:
      return state satisfies never;
  }
}

/** Whether a dot tells of it: a newer version that the person has not put away. `putAway`: the version that was; null: none. */
export function isNews(state: UpdateState, putAway: string | null): boolean {
  return state.step !== 'idle' && state.step !== 'downloading' && state.offer.version !== putAway;
}
