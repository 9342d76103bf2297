import type { PracticeView } from '../../contract/views.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { PracticeAuthority } from '../../practice/authority.ts';
import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';

function withAuthority(program: Program, action: (authority: PracticeAuthority) => void): Result<PracticeView> {
  const { authority } = program.workplace();
  const customer = authority?.customers()[0];
  if (!authority || !customer) return failure({ code: 'L-81', reason: 'notPractice' });
  action(authority);
  return success({ fault: authority.fault(), customerEmail: customer.email, customerPassword: customer.password });
}

/** Handlers of `practice.*`; in real mode they answer L-81. */
export function practiceHandlers(program: Program): Pick<Handlers, 'practice.view' | 'practice.setFault'> {
  return {
    'practice.view': () => withAuthority(program, () => undefined),
    'practice.setFault': ({ fault }) =>
      withAuthority(program, (authority) => {
        authority.setFault(fault);
        program.changed('practice');
      }),
  };
}
