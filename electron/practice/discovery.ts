import { practiceIssuer } from './access-token.ts';
import { json, type Call, type Reply } from './http.ts';
import type { Room } from './room.ts';

/** GET /{client_id}/.well-known/openid-configuration. The issuer lies on another host, as a stock document of this engine has it (spec 2.4). */
export function discovery(room: Room, { path }: Call): Reply {
  const { options } = room;
  if (!options.discovery || path.split('/')[1] !== encodeURIComponent(options.clientId)) return json(404, { statusCode: 404, message: 'Resource not found' });
  // Reserved for documentation (RFC 2606): nobody is there.
  const origin = room.plan().foreignAddresses ? 'https://sign-in.example' : room.origin();
  return json(200, {
    issuer: practiceIssuer,
    authorization_endpoint: `${origin}/authorize`, token_endpoint: `${origin}/token`, end_session_endpoint: `${origin}/logout`,
    response_types_supported: ['code'], grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['client_secret_post'], prompt_values_supported: ['login'],
    ...(options.supportsPkce ? { code_challenge_methods_supported: ['S256'] } : {}),
  });
}
