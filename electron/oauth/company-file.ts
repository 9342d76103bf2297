import { z } from 'zod';
import { profileFormSchema } from '../contract/calls.ts';
import type { ProfileForm } from '../contract/calls.ts';
import { failure, success } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { switchSchema } from '../contract/views.ts';
import { DEFAULT_HOMES_SERVER } from './company-profile.ts';
import type { CompanyProfile } from './company-profile.ts';
import { isLoopback, parseAddress } from './endpoints.ts';
import { asObject, parseJson } from './json.ts';
import { classifyRedirectUri } from './redirect-uri.ts';
import { Secret } from './secret.ts';

/** The version of the company file this program writes and reads, as the member `liaisonCompanyFile`. */
export const COMPANY_FILE_VERSION = 1;

const fields = profileFormSchema.shape;
const companyFileSchema = z.strictObject({
  ...fields,
  liaisonCompanyFile: z.literal(COMPANY_FILE_VERSION),
  subscriptionKey: fields.subscriptionKey.default(''),
  homesServer: fields.homesServer.default(''),
  pkce: switchSchema.default('auto'),
  prompt: switchSchema.default('auto'),
  tokenRedirectUri: switchSchema.default('auto'),
});

/** Why an address was refused; travels as the problem's `reason`. */
type AddressFault = 'missing' | 'characters' | 'userinfo' | 'query' | 'fragment' | 'notAnAddress' | 'notHttps';

/**
 * Reads the text of a company file: JSON, a byte order mark tolerated. Fails with L-80 and the member at fault in `field`
 * (`file` when the JSON itself is damaged); no value of the file ever gets into the problem. The form is not checked yet.
 */
export function parseCompanyFile(text: string): Result<ProfileForm> {
  const object = asObject(parseJson(text));
  if (!object) return refused('file', 'damaged');
  if (object['liaisonCompanyFile'] !== COMPANY_FILE_VERSION) return refused('liaisonCompanyFile', 'version');
  const parsed = companyFileSchema.safeParse(object);
  if (!parsed.success) return refusedIssue(parsed.error.issues[0], object);
  const { liaisonCompanyFile: _, ...form } = parsed.data;
  return success(form);
}

/** Checks a form and makes the profile of it, addresses whole and without trailing slash. Fails with L-80, `field` and `reason`. */
export function checkProfile(form: ProfileForm): Result<CompanyProfile> {
  const authorizationServer = checkBase('authorizationServer', form.authorizationServer);
  if (!authorizationServer.ok) return authorizationServer;
  const homesServer = checkBase('homesServer', form.homesServer === '' ? DEFAULT_HOMES_SERVER : form.homesServer);
  if (!homesServer.ok) return homesServer;
  const credentials = checkCredentials(form);
  if (!credentials.ok) return credentials;
  const redirectUri = classifyRedirectUri(form.redirectUri);
  if (!redirectUri.ok) return redirectUri;
  const { clientId, pkce, prompt, tokenRedirectUri } = form;
  return success({
    authorizationServer: authorizationServer.value,
    homesServer: homesServer.value,
    clientId,
    clientSecret: new Secret(form.clientSecret),
    subscriptionKey: form.subscriptionKey === '' ? null : new Secret(form.subscriptionKey),
    redirectUri: form.redirectUri,
    pkce,
    prompt,
    tokenRedirectUri,
  });
}

/** The client id is a path segment of discovery, the key travels in a header (spec 2.5): neither may break out of its place. */
function checkCredentials(form: ProfileForm): Result<null> {
  if (form.clientId === '') return refused('clientId', 'missing');
  if (/[\s\p{Cc}]/u.test(form.clientId) || /^\.{1,2}$/.test(form.clientId)) return refused('clientId', 'characters');
  if (form.clientSecret === '') return refused('clientSecret', 'missing');
  if (/\p{Cc}/u.test(form.clientSecret)) return refused('clientSecret', 'characters');
  return /^[\x21-\x7e]*$/.test(form.subscriptionKey) ? success(null) : refused('subscriptionKey', 'characters');
}

function checkBase(field: string, text: string): Result<string> {
  const fault = textFault(text);
  if (fault) return refused(field, fault);
  const address = parseAddress(text);
  if (!address) return refused(field, 'notAnAddress');
  if (!isHttps(address) && !isPlainLoopback(address)) return refused(field, 'notHttps');
  return success(`${address.origin}${address.pathname.replace(/\/+$/, '')}`);
}

/** Looked for in the text, because parsing would silently drop an empty query, an empty user name, tabs and line breaks. */
function textFault(text: string): AddressFault | null {
  if (text === '') return 'missing';
  if (/[\s\p{Cc}\\]/u.test(text)) return 'characters';
  if (text.includes('#')) return 'fragment';
  if (text.includes('?')) return 'query';
  if (text.includes('@')) return 'userinfo';
  return /^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(text) ? null : 'notAnAddress';
}

function isHttps(address: URL): boolean {
  return address.protocol === 'https:';
}

/** Plain http never leaves this machine (RFC 8252 §8.3): for practice and tests only. */
function isPlainLoopback(address: URL): boolean {
  return address.protocol === 'http:' && isLoopback(address.href);
}

function refusedIssue(issue: z.core.$ZodIssue | undefined, object: Readonly<Record<string, unknown>>): Result<never> {
  if (issue?.code === 'unrecognized_keys') return refused(harmlessName(issue.keys[0] ?? ''), 'unknown');
  const field = String(issue?.path[0] ?? 'file');
  if (!Object.hasOwn(object, field)) return refused(field, 'missing');
  return refused(field, issue?.code === 'too_big' ? 'tooLong' : 'wrongValue');
}

/** A member we do not know could be anything, even a secret put in the wrong place: only a plain word is repeated. */
function harmlessName(name: string): string {
  return /^[A-Za-z_]{1,30}$/.test(name) ? name : 'file';
}

function refused(field: string, reason: string): Result<never> {
  return failure({ code: 'L-80', field, reason });
}
