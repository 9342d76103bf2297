/** Addresses that look like the expected one and are not. The query is a good one: only the part before it is wrong. */
const query = '?code=c&state=s';

const appMisses = [
  'Liaison://auth/callback', 'LIAISON://auth/callback', 'liaison://Auth/callback', 'liaison://AUTH/callback', 'liaison://auth/Callback', 'liaison://auth/CALLBACK',
  'liaison://auth/callback/', 'liaison://auth//callback', 'liaison:///auth/callback', 'liaison:/auth/callback', 'liaison:auth/callback', 'liaison//auth/callback',
  'liaison://auth/callback//', 'liaison://auth/./callback', 'liaison://auth/../auth/callback', 'liaison://auth/callback/..', 'liaison://auth/callback/.',
  'liaison://auth/x/../callback', 'liaison://auth%2fcallback', 'liaison://auth%2Fcallback', 'liaison://auth/%63allback', 'liaison://auth/callback%2f',
  'liaison://auth/callback%00', 'liaison://auth/callback\0', 'liaison://auth/callback%0d%0a', 'liaison://auth/callback\r\n', 'liaison://auth/callback\n',
  'liaison://auth/callback ', ' liaison://auth/callback', '\tliaison://auth/callback', 'liaison://auth/callback%20', 'liaison ://auth/callback',
  '\uFEFFliaison://auth/callback', 'liaison://auth/callback\u200B', 'liaison://user@auth/callback', 'liaison://user:word@auth/callback', 'liaison://@auth/callback',
  'liaison://auth@evil/callback', 'liaison://auth:80/callback', 'liaison://auth:/callback', 'liaison://auth.evil/callback', 'liaison://auth./callback',
  'liaison://evil/callback', 'liaison://аuth/callback', 'liaison://auth/саllback', 'lіaison://auth/callback', 'liaison://xn--uth-5cd/callback', 'liaison://ａuth/callback',
  'liaison://auth\\callback', 'liaison:\\\\auth\\callback', 'liaison://auth/callback;x', 'liaison://auth/callback&', 'liaison://auth/callbac', 'liaison://auth/callbackk',
  'liaison://auth/', 'liaison://auth', 'liaison://', 'xliaison://auth/callback', 'liaisons://auth/callback', 'liaison-x://auth/callback', 'http://auth/callback',
  'https://liaison//auth/callback', 'javascript:liaison://auth/callback', 'view-source:liaison://auth/callback', '"liaison://auth/callback', '<liaison://auth/callback',
  '--liaison://auth/callback', 'liaison://auth/callback%3F', 'liaison://auth/callback%23', '',
];

const loopbackMisses = [
  'http://localhost:8400', 'http://localhost:8400/', 'http://localhost:8400/cb/', 'http://localhost:8400/CB', 'http://localhost:8401/cb', 'http://localhost/cb',
  'http://127.0.0.1:8400/cb', 'http://[::1]:8400/cb', 'https://localhost:8400/cb', 'http://LOCALHOST:8400/cb', 'http://localhost.:8400/cb', 'http://localhost:08400/cb',
  'http://a@localhost:8400/cb', 'http://localhost:8400@evil.example/cb', 'http://localhost:8400//cb',
];

const bounceMisses = [
  'https://company.example/cb/', 'https://company.example', 'https://company.example:443/cb', 'https://company.example./cb', 'https://Company.example/cb', 'http://company.example/cb',
  'https://company.example.evil/cb', 'https://evil.company.example/cb', 'https://cоmpany.example/cb', 'https://company.example/cb/../cb',
];

export const accepted = ['liaison://auth/callback', 'https://company.example/cb', 'http://localhost:8400/cb'] as const;
export const nearMisses: readonly string[] = [...appMisses, ...loopbackMisses, ...bounceMisses].map((base) => `${base}${query}`);
