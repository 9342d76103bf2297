import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemSchema } from '../../../electron/contract/problems.ts';
import { problemFromHttpFailure, problemFromOAuthError, problemFromStatus } from '../../../electron/oauth/errors.ts';
import { runs } from './support.ts';

const guid = '7700d7f4-b48e-4452-b493-5d14b45ef47e';

test.each([
  ['authorize', 'invalid_request', null, null, 'L-01'],
  ['token', 'invalid_request', null, 400, 'L-01'],
  ['authorize', 'unauthorized_client', null, null, 'L-02'],
  ['refresh', 'unauthorized_client', null, 400, 'L-02'],
  ['authorize', 'access_denied', null, null, 'L-03'],
  ['authorize', 'access_denied', 'AADB2C90091: The user has cancelled', null, 'L-03'],
  ['authorize', 'server_error', 'AADB2C90091: The user has cancelled', null, 'L-03'],
  ['authorize', 'access_denied', 'AADB2C90118: The user has forgotten the password', null, 'L-22'],
  ['authorize', 'access_denied', 'AADB2C901189', null, 'L-03'],
  ['authorize', 'unsupported_response_type', null, null, 'L-04'],
  ['token', 'unsupported_grant_type', null, 400, 'L-04'],
  ['authorize', 'invalid_scope', null, null, 'L-05'],
  ['authorize', 'server_error', null, null, 'L-06'],
  ['token', 'server_error', null, 400, 'L-09'],
  ['token', 'server_error', null, 500, 'L-09'],
  ['refresh', 'server_error', null, 502, 'L-09'],
  ['authorize', 'temporarily_unavailable', null, null, 'L-07'],
  ['token', 'temporarily_unavailable', null, 400, 'L-07'],
  ['token', 'temporarily_unavailable', null, 503, 'L-07'],
  ['refresh', 'server_error', null, 503, 'L-07'],
  ['token', 'invalid_client', null, 401, 'L-08'],
  ['token', 'invalid_grant', 'AADB2C90085: The service has encountered an internal error. Please reauthenticate and try again.', 400, 'L-16'],
  ['refresh', 'invalid_grant', 'AADB2C90085 … Please reauthenticate', 400, 'L-16'],
  ['token', 'invalid_grant', 'AADB2C90080: The provided grant has expired.', 400, 'L-20'],
  ['refresh', 'invalid_grant', 'AADB2C90080: The provided grant has expired.', 400, 'L-42'],
  ['authorize', 'invalid_grant', null, null, 'L-45'],
  ['refresh', 'invalid_grant', null, 429, 'L-44'],
  ['token', 'something_new', null, 400, 'L-45'],
  ['token', 'toString', null, 400, 'L-45'],
] as const)('%s %s %j with status %s is %s %s', (where, error, description, status, code) => {
  expect(problemFromOAuthError(where, error, description, status)).toMatchObject({ code });
});

test('of a description only the correlation id passes on, of an error only a known word', () => {
  const description = `AADB2C90080: canary\r\nCorrelation ID: ${guid}\r\nTimestamp: 2026-05-04 10:00:00Z`;
  expect(problemFromOAuthError('refresh', 'invalid_grant', description, 400)).toEqual({ code: 'L-42', oauthError: 'invalid_grant', correlationId: guid, httpStatus: 400 });
  expect(problemFromOAuthError('authorize', 'canary', 'canary Correlation ID: canary', null)).toEqual({ code: 'L-45' });
  expect(problemFromOAuthError('authorize', 'server_error', `Correlation ID: ${guid}f`, null)).toEqual({ code: 'L-06', oauthError: 'server_error' });
});

test('any error and description give a problem the contract accepts, with nothing of them in it', () => {
  const places = fc.constantFrom('authorize' as const, 'token' as const, 'refresh' as const);
  fc.assert(
    fc.property(places, fc.string(), fc.option(fc.string()), fc.option(fc.integer({ min: 100, max: 999 })), (where, error, description, status) => {
      const problem = problemFromOAuthError(where, `canary${error}`, `canary${description ?? ''}`, status);
      expect(problemSchema.safeParse(problem).success).toBe(true);
      expect(JSON.stringify(problem)).not.toContain('canary');
    }),
    { numRuns: runs },
  );
});

test.each([
  ['offline', 'L-50'], ['dns', 'L-52'], ['proxy', 'L-53'], ['tls', 'L-54'], ['refused', 'L-10'], ['reset', 'L-10'], ['timeout', 'L-10'], ['other', 'L-10'],
  ['redirected', 'L-45'], ['tooLarge', 'L-45'], ['stopped', 'L-15'],
] as const)('no answer because %s is %s', (failure, code) => {
  expect(problemFromHttpFailure(failure)).toEqual({ code });
});

test.each([[429, 'L-44'], [503, 'L-07'], [500, 'L-09'], [504, 'L-09'], [407, 'L-53'], [403, 'L-45'], [302, 'L-45']])('status %s without an error word is %s', (status, code) => {
  expect(problemFromStatus(status)).toEqual({ code, httpStatus: status });
});
