import type { Configuration } from 'electron-builder';

type Variables = Readonly<Record<string, string | undefined>>;

/** What is packed: for which system, and whether it is to be handed out. */
export interface PackageOrder {
  readonly system: NodeJS.Platform;
  readonly isRelease: boolean;
}

/** What goes to electron-builder besides electron-builder.yml, with what a person should know; or what is missing. */
export type PackageSettings =
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }
  | { readonly kind: 'ready'; readonly config: Configuration; /** Where its programs ask for updates; null: nowhere. */ readonly feed: string | null; readonly notices: readonly string[] };

/** Each line: one of these is enough. A way of notarising is a group of variables that belong together. */
const NOTARISING: readonly (readonly string[])[] = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
];

const isSet = (variables: Variables) => (name: string): boolean => (variables[name] ?? '') !== '';

/** What is missing before the program of this system can be signed; empty when nothing is. */
export function missingKeys(variables: Variables, system: NodeJS.Platform): readonly string[] {
  const has = isSet(variables);
  if (system === 'linux') return [];
  if (system === 'win32') return has('WIN_CSC_LINK') || has('CSC_LINK') ? [] : ['WIN_CSC_LINK (the certificate that signs for Windows)'];
  return [
    ...(has('CSC_LINK') || has('CSC_NAME') ? [] : ['CSC_LINK (the Developer ID certificate of macOS)']),
    ...(NOTARISING.some((group) => group.every(has)) ? [] : ['APPLE_API_KEY with APPLE_API_KEY_ID and APPLE_API_ISSUER (notarisation)']),
  ];
}

const CLIENT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** The scheme of one company: macOS knows only schemes that are in the program, so a company that returns to `msal<client_id>://auth` needs its own build. */
function companyScheme(variables: Variables): Configuration | string {
  const id = variables['LIAISON_MSAL_CLIENT_ID'] ?? '';
  if (id === '') return {};
  if (!CLIENT_ID.test(id)) return 'LIAISON_MSAL_CLIENT_ID is not a client id (8-4-4-4-12 hexadecimal digits)';
  return { mac: { protocols: [{ name: 'Liaison, sign-in of the company', role: 'Viewer', schemes: [`msal${id.toLowerCase()}`] }] } };
}

/** Where installed programs ask for updates; `isOff`: an office wants that they never do. */
interface Updates {
  readonly feed: string | null;
  readonly isOff: boolean;
}

/** Reads from the environment where installed programs ask for updates. A text: why that cannot be. */
function updates(variables: Variables, missing: readonly string[], system: NodeJS.Platform): Updates | string {
  const [address, choice] = [variables['LIAISON_UPDATE_FEED'] ?? '', variables['LIAISON_UPDATES'] ?? ''];
  if (choice !== '' && choice !== 'off') return 'LIAISON_UPDATES can be nothing or off';
  if (choice === 'off') return address === '' ? { feed: null, isOff: true } : 'LIAISON_UPDATES is off, and LIAISON_UPDATE_FEED is set: only one of them can be meant';
  if (address === '' || system === 'linux') return { feed: null, isOff: false };
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return 'LIAISON_UPDATE_FEED is not a plain https address';
  // Windows compares the publisher of an update with the one that is in the program, macOS its signature.
  if (missing.length > 0) return `LIAISON_UPDATE_FEED needs a signed program, which knows its successor by the signature; not set are ${missing.join(', ')}`;
  return { feed: url.href, isOff: false };
}

/** Unsigned on macOS: a signature of nobody, without which an Apple processor starts nothing. The hardened runtime would refuse Electron's framework then. */
const UNSIGNED_MAC = { identity: '-', hardenedRuntime: false, notarize: false } as const;

function unsigned(missing: readonly string[]): string {
  return `UNSIGNED: not set are ${missing.join(', ')}. The systems will warn of what comes out; do not hand it to customers.`;
}

const NO_FEED = 'NO UPDATES: LIAISON_UPDATE_FEED is not set. Installed programs will say that this build has none.';

function updateConfig({ feed, isOff }: Updates): Configuration {
  return { ...(feed === null ? {} : { publish: [{ provider: 'generic', url: feed }] }), ...(isOff ? { extraMetadata: { updates: 'off' } } : {}) };
}

/** Decides from the environment. A release without keys is refused; anything else without keys is unsigned, and says so. */
export function packageSettings(variables: Variables, { system, isRelease }: PackageOrder): PackageSettings {
  const missing = missingKeys(variables, system);
  const company = companyScheme(variables);
  if (typeof company === 'string') return { kind: 'refused', reasons: [company] };
  if (isRelease && missing.length > 0) return { kind: 'refused', reasons: missing.map((name) => `A release needs ${name}.`) };
  const mac = { ...company.mac, ...(system === 'darwin' && missing.length > 0 ? UNSIGNED_MAC : {}) };
  const asking = updates(variables, missing, system);
  if (typeof asking === 'string') return { kind: 'refused', reasons: [asking] };
  const dist = variables['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
  return {
    kind: 'ready',
    config: { forceCodeSigning: isRelease, ...updateConfig(asking), ...(Object.keys(mac).length > 0 ? { mac } : {}), ...(dist === '' ? {} : { electronDist: dist }) },
    notices: [...(missing.length > 0 ? [unsigned(missing)] : []), ...(isRelease && asking.feed === null && !asking.isOff ? [NO_FEED] : [])],
    feed: asking.feed,
  };
}
