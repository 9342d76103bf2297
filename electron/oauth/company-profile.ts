import type { Switch } from '../contract/views.ts';
import type { Secret } from './secret.ts';

/** Where homes are read when the company's file does not say otherwise (spec 2.5). */
export const DEFAULT_HOMES_SERVER = 'https://api.developer.legrand.com';

/** What Legrand gave to the company, checked: every address is whole, the authority is https or loopback. */
export interface CompanyProfile {
  /** Base address without trailing slash, for example `https://partners-login.eliotbylegrand.com`. */
  readonly authorizationServer: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** The registered redirect URI, letter by letter. */
  readonly redirectUri: string;
  /** Null: homes cannot be read. */
  readonly subscriptionKey: Secret | null;
  /** Base address of the homes service without trailing slash. */
  readonly homesServer: string;
  readonly pkce: Switch;
  readonly prompt: Switch;
  readonly tokenRedirectUri: Switch;
}
