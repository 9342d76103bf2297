import type { ReturnSource } from '../links/sign-in-ports.ts';
import type { Log } from './log.ts';
import type { Program } from './program.ts';

/**
 * Judges a return and brings the window forward with `show`; tells whether it was waited for. A return of a test of the way back is known by its
 * shape and never reaches the sign-in.
 */
export function receiveReturn(program: Program, log: Log, show: () => void, raw: string, source: ReturnSource): boolean {
  const tested = program.ready.loop.accept(raw);
  const signIn = program.workplace().desk?.signIn;
  const verdict = tested === 'notOurs' ? (signIn?.accept(raw, source).kind ?? 'nobodyWaiting') : tested;
  log.write(verdict === 'taken' ? 'return.accepted' : 'return.refused', { source });
  if (verdict === 'nobodyWaiting') program.addNotice({ code: 'L-14' });
  show();
  return verdict === 'taken';
}
