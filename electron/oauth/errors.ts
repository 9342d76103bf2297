import type { Problem, ProblemCode } from '../contract/problems.ts';
import type { HttpFailure } from './ports.ts';

/** Where an OAuth error came from: the browser's return, the exchange of a code, or a renewal. */
export type ErrorPlace = 'authorize' | 'token' | 'refresh';

/** Words the engine puts into descriptions; they say more than the error word (spec 2.2, 2.3). */
const engineCodes: readonly (readonly [word: RegExp, code: ProblemCode])[] = [
  [/AADB2C90085(?!\d)/, 'L-16'],
  [/AADB2C90091(?!\d)/, 'L-03'],
  [/AADB2C90118(?!\d)/, 'L-22'],
];

/** RFC 6749 §4.1.2.1 and §5.2, with the catalogue's code for each place. */
const errorWords: ReadonlyMap<string, Readonly<Record<ErrorPlace, ProblemCode>>> = new Map([
  ['invalid_request', everywhere('L-01')],
  ['unauthorized_client', everywhere('L-02')],
  ['access_denied', everywhere('L-03')],
  ['unsupported_response_type', everywhere('L-04')],
  ['unsupported_grant_type', everywhere('L-04')],
  ['invalid_scope', everywhere('L-05')],
  ['server_error', { authorize: 'L-06', token: 'L-09', refresh: 'L-09' }],
  ['temporarily_unavailable', everywhere('L-07')],
  ['invalid_client', everywhere('L-08')],
  ['invalid_grant', { authorize: 'L-45', token: 'L-20', refresh: 'L-42' }],
]);

const failureCodes: Readonly<Record<HttpFailure, ProblemCode>> = {
  offline: 'L-50',
  dns: 'L-52',
  proxy: 'L-53',
  tls: 'L-54',
  refused: 'L-10',
  reset: 'L-10',
  timeout: 'L-10',
  other: 'L-10',
  redirected: 'L-45',
  tooLarge: 'L-45',
  stopped: 'L-15',
};

/**
 * The problem page for an OAuth error (problems.md part 1). Of the description only the correlation id passes on, and of
 * the error only a word we know: a server could echo a secret in both. Words nobody documented are L-45.
 */
export function problemFromOAuthError(where: ErrorPlace, error: string, description: string | null, httpStatus: number | null): Problem {
  const code = engineCode(description) ?? codeOfStatus(httpStatus) ?? errorWords.get(error)?.[where] ?? 'L-45';
  const correlationId = correlationIdOf(description);
  return {
    code,
    ...(errorWords.has(error) ? { oauthError: error } : {}),
    ...(correlationId === null ? {} : { correlationId }),
    ...(httpStatus === null ? {} : { httpStatus }),
  };
}

/** The problem page for an answer without an OAuth error: 429, 503, other 5xx, a proxy's 407; everything else is an answer in a new form, L-45. */
export function problemFromStatus(httpStatus: number): Problem {
  return { code: codeOfStatus(httpStatus) ?? (httpStatus === 407 ? 'L-53' : 'L-45'), httpStatus };
}

/** The problem page for a request that got no answer. L-51, L-55 … L-57 are for the network doctor to tell. */
export function problemFromHttpFailure(failure: HttpFailure): Problem {
  return { code: failureCodes[failure] };
}

/** Legrand's own id of the failed request, from `Correlation ID: <guid>` (spec 2.3); null when there is none. */
export function correlationIdOf(description: string | null): string | null {
  const found = /Correlation ID:\s{0,4}([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-f-])/i.exec(description ?? '');
  return found?.[1] ?? null;
}

function everywhere(code: ProblemCode): Readonly<Record<ErrorPlace, ProblemCode>> {
  return { authorize: code, token: code, refresh: code };
}

function engineCode(description: string | null): ProblemCode | null {
  return engineCodes.find(([word]) => word.test(description ?? ''))?.[1] ?? null;
}

function codeOfStatus(httpStatus: number | null): ProblemCode | null {
  if (httpStatus === 429) return 'L-44';
  if (httpStatus === 503) return 'L-07';
  return httpStatus !== null && httpStatus >= 500 ? 'L-09' : null;
}
