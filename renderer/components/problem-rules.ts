import type { Problem, ProblemCode } from '../../electron/contract/problems.ts';
import type { ProblemText } from '../i18n/problems/types.ts';

/** A button: its words and what it does. */
export interface Choice {
  readonly label: string;
  readonly act: () => void;
}

/** Where a problem page can lead. Each has its button in problem-actions.tsx. */
export type ProblemPlace = 'proxyPassword' | 'credentials' | 'renewals' | 'runningSignIn' | 'dataFolder' | 'updates';

/** What the steps of each page speak of: the first is the primary button. A code that is missing is solved by trying again, or by a person. */
export const problemPlaces: Readonly<Partial<Record<ProblemCode, readonly ProblemPlace[]>>> = {
  'L-01': ['credentials'],
  'L-02': ['credentials'],
  'L-05': ['credentials'],
  'L-08': ['credentials', 'renewals'],
  'L-11': ['credentials'],
  'L-16': ['credentials', 'renewals'],
  'L-17': ['credentials', 'renewals'],
  'L-40': ['renewals'],
  'L-46': ['credentials'],
  'L-53': ['proxyPassword'],
  'L-64': ['dataFolder'],
  'L-66': ['updates'],
  'L-67': ['credentials'],
  'L-80': ['credentials'],
  'L-83': ['runningSignIn'],
  'L-89': ['updates'],
};

/** Problems that lie in one customer's account, home or sign-in, and so leave every other site alone. */
const oneSiteCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'L-03', 'L-12', 'L-13', 'L-14', 'L-15', 'L-20', 'L-21', 'L-22', 'L-23', 'L-24', 'L-25', 'L-26', 'L-27', 'L-28',
  'L-34', 'L-41', 'L-42', 'L-43', 'L-47', 'L-48', 'L-49', 'L-68', 'L-70', 'L-71', 'L-84', 'L-87',
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
  /** The places of the problem, without those whose work is done. */
  readonly places: readonly Choice[];
  readonly retry: Choice | null;
  readonly back: Choice;
}

/**
 * The buttons in their order; the first is the primary one: the place where it is solved, else trying again where that is safe or where
 * Legrand said from when on it is, else the way back.
 */
export function buttonsOf({ retryAfterSeconds }: Problem, { retry: advice }: Pick<ProblemText, 'retry'>, { places, retry, back }: Choices): readonly Choice[] {
  const again = retry && (advice === 'safe' || retryAfterSeconds !== undefined) ? [retry] : [];
  return [...places, ...again, back];
}

/** Codes of other pages that the steps speak of, each once. */
export function otherPages(code: ProblemCode, { steps }: Pick<ProblemText, 'steps'>): readonly ProblemCode[] {
  const found = steps.flatMap((step) => step.match(/L-\d\d/gu) ?? []);
  return [...new Set(found)].filter((other): other is ProblemCode => other !== code);
}

/** The details for support: nothing of a customer or a site, only what every problem may carry. `at` in milliseconds since 1970-01-01 UTC. */
export function detailsOf(problem: Problem, at: number, version: string): string {
  const { code, httpStatus, correlationId, oauthError, reason, field, port } = problem;
  return JSON.stringify({ code, time: new Date(at).toISOString(), version, httpStatus, correlationId, oauthError, reason, field, port }, null, 1);
}
