import type { Problem, ProblemCode } from '../../electron/contract/problems.ts';
import type { ProblemText } from '../i18n/problems/types.ts';

/** A button: its words and what it does. */
export interface Choice {
  readonly label: string;
  readonly act: () => void;
}

/** Problems that are solved on the company's credentials. */
const credentialCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['L-02', 'L-05', 'L-08', 'L-11', 'L-16', 'L-17', 'L-67', 'L-80', 'L-83']);

/** Problems that lie in one customer's account, home or sign-in, and so leave every other site alone. */
const oneSiteCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'L-03', 'L-12', 'L-13', 'L-14', 'L-15', 'L-20', 'L-21', 'L-22', 'L-23', 'L-24', 'L-25', 'L-26', 'L-27', 'L-28',
  'L-41', 'L-42', 'L-43', 'L-47', 'L-48', 'L-49', 'L-68',
]);

/** Legrand refuses the whole company: no single link can be judged, and the office must act. */
const companyCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['L-02', 'L-08', 'L-16', 'L-17']);

/** Whether `code` makes the company's credentials the suspect. */
export function concernsCompany(code: ProblemCode): boolean {
  return companyCodes.has(code);
}

/** Whether the page may say that the other sites are not affected. */
export function concernsOneSite(code: ProblemCode): boolean {
  return oneSiteCodes.has(code);
}

interface Choices {
  readonly credentials: Choice;
  readonly retry: Choice | null;
  readonly back: Choice;
  /** Null as soon as it was entered: then it is time to try again. */
  readonly proxyPassword: Choice | null;
}

/** The one primary button: the credentials where they are at fault, the password where the proxy asks for it, trying again where that is safe, else the way back. */
export function primaryOf(problem: Problem, text: ProblemText, choices: Choices): Choice {
  if (credentialCodes.has(problem.code)) return choices.credentials;
  if (problem.code === 'L-53') return choices.proxyPassword ?? choices.retry ?? choices.back;
  if (choices.retry && text.retry === 'safe') return choices.retry;
  return choices.back;
}

/** The details for support: nothing but code, time, version, status and Legrand's own id. `at` in milliseconds since 1970-01-01 UTC. */
export function detailsOf(problem: Problem, at: number, version: string): string {
  const { code, httpStatus, correlationId } = problem;
  return JSON.stringify({ code, time: new Date(at).toISOString(), version, httpStatus, correlationId }, null, 1);
}
