import type { PracticeFault } from '../../contract/practice-faults.ts';
import type { PracticeView } from '../../contract/practice.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';

const NOT_PRACTICE = failure({ code: 'L-81', reason: 'notPractice' });

function view(program: Program): Result<PracticeView> {
  const { practice } = program.workplace();
  return practice ? success(practice.view()) : NOT_PRACTICE;
}

async function setFault(program: Program, fault: PracticeFault): Promise<Result<PracticeView>> {
  const { practice } = program.workplace();
  if (!practice) return NOT_PRACTICE;
  const { fault: before } = practice.view();
  const now = program.clock.now();
  const change = practice.setFault(fault, now);
  const opened = change ? await program.reopen(change.reopen) : success(null);
  if (!opened.ok) {
    practice.setFault(before, now);
    return opened;
  }
  // Something outside has changed, as far as practice goes.
  program.workplace().desk?.poke();
  program.changed('practice');
  return view(program);
}

/** Handlers of `practice.*`; in real mode they answer L-81. */
export function practiceHandlers(program: Program): Pick<Handlers, 'practice.view' | 'practice.setFault'> {
  return {
    'practice.view': () => view(program),
    'practice.setFault': async ({ fault }) => setFault(program, fault),
  };
}
