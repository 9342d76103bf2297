import { askConsent, authorize, decideConsent, signIn, signOut } from './authorize.ts';
import { discovery } from './discovery.ts';
import { plants, topology } from './homes.ts';
import { json, type Call, type Reply } from './http.ts';
import type { RecordedRequest } from './options.ts';
import type { Room } from './room.ts';
import { token } from './token.ts';

interface Route {
  readonly method: 'GET' | 'POST';
  readonly pattern: RegExp;
  /** How the route is called in the record. */
  readonly name: string;
  readonly handle: (room: Room, call: Call) => Reply;
}

const routes: readonly Route[] = [
  { method: 'GET', pattern: /^\/authorize$/, name: '/authorize', handle: authorize },
  { method: 'POST', pattern: /^\/signin$/, name: '/signin', handle: signIn },
  { method: 'GET', pattern: /^\/consent$/, name: '/consent', handle: askConsent },
  { method: 'POST', pattern: /^\/consent$/, name: '/consent', handle: decideConsent },
  { method: 'GET', pattern: /^\/logout$/, name: '/logout', handle: signOut },
  { method: 'POST', pattern: /^\/token$/, name: '/token', handle: token },
  { method: 'GET', pattern: /^\/[^/]+\/\.well-known\/openid-configuration$/, name: '/{client_id}/.well-known/openid-configuration', handle: discovery },
  { method: 'GET', pattern: /^\/smarther\/v2\.0\/plants$/, name: '/smarther/v2.0/plants', handle: plants },
  { method: 'GET', pattern: /^\/smarther\/v2\.0\/plants\/[^/]+\/topology$/, name: '/smarther/v2.0/plants/{id}/topology', handle: topology },
];

const routeOf = ({ method, path }: Call): Route | undefined => routes.find((route) => route.method === method && route.pattern.test(path));

/** Answers a request. */
export function dispatch(room: Room, call: Call): Reply {
  return routeOf(call)?.handle(room, call) ?? json(404, { statusCode: 404, message: 'Resource not found' });
}

const PARAMETERS = [
  'client_id', 'client_secret', 'redirect_uri', 'response_type', 'state', 'scope', 'code', 'grant_type', 'refresh_token',
  'code_challenge', 'code_challenge_method', 'code_verifier', 'prompt', 'login_hint', 'ui_locales',
];
const GRANT_TYPES = ['authorization_code', 'refresh_token'];

const knownNames = (parameters: URLSearchParams): readonly string[] => PARAMETERS.filter((name) => parameters.has(name));

function authorizationKind(authorization: string): RecordedRequest['authorization'] {
  if (authorization === '') return 'none';
  const kind = authorization.split(' ')[0]?.toLowerCase();
  return kind === 'bearer' || kind === 'basic' ? kind : 'other';
}

/** The request without any value that the other side chose: only known names are kept. */
export function recorded(call: Call, at: number): RecordedRequest {
  const grantType = call.body.get('grant_type');
  return {
    at, method: call.method, path: routeOf(call)?.name ?? '(other)',
    grantType: grantType === null || GRANT_TYPES.includes(grantType) ? grantType : '(other)',
    queryParameters: knownNames(call.query), bodyParameters: knownNames(call.body),
    authorization: authorizationKind(call.authorization),
  };
}
