import { randomUUID } from 'node:crypto';
import { json, type Reply } from './http.ts';

/** An error in the engine's own manner: the RFC 6749 word, an `AADB2C…` number and an English sentence. */
export interface EngineError {
  readonly status: number;
  readonly error: string;
  readonly text: string;
}

/** The description as the engine writes it: sentence, correlation id and time stamp, each on a line ended by CR LF (spec 2.3). `now` in milliseconds. */
export function describe(text: string, now: number): string {
  const timestamp = `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return `${text}\r\nCorrelation ID: ${randomUUID()}\r\nTimestamp: ${timestamp}\r\n`;
}

/** The error as a JSON answer (RFC 6749 §5.2). */
export function errorReply(error: EngineError, now: number, headers?: Readonly<Record<string, string>>): Reply {
  return json(error.status, { error: error.error, error_description: describe(error.text, now) }, headers);
}

/** The errors this engine really answers with (spec 1.3 and 2.3). */
export const engineErrors = {
  malformed: (parameter: string): EngineError => ({ status: 400, error: 'invalid_request', text: `AADB2C90079: Clients must send a valid ${parameter}.` }),
  unknownClient: { status: 401, error: 'invalid_client', text: 'AADB2C90081: The specified client_id or client_secret does not match the expected value for this client.' },
  secretNotInBody: { status: 401, error: 'invalid_client', text: 'AADB2C90079: Clients must send a client_secret in the body when redeeming a confidential grant.' },
  expiredGrant: { status: 400, error: 'invalid_grant', text: 'AADB2C90080: The provided grant has expired. Please re-authenticate and try again.' },
  expiredSecret: { status: 400, error: 'invalid_grant', text: 'AADB2C90085: The service has encountered an internal error. Please reauthenticate and try again.' },
  wrongVerifier: { status: 400, error: 'invalid_grant', text: 'AADB2C90183: The supplied code_verifier is invalid.' },
  unsupportedGrant: { status: 400, error: 'unsupported_grant_type', text: 'AADB2C90086: The supplied grant_type is not supported.' },
  cancelled: { status: 400, error: 'access_denied', text: 'AADB2C90091: The user has cancelled entering self-asserted information.' },
  forgottenPassword: { status: 400, error: 'access_denied', text: 'AADB2C90118: The user has forgotten their password.' },
} as const;
