import { DAY, MINUTE } from '../../unit/links/fakes.ts';

/** What becomes of a refresh token when a newer one is issued; the names of the practice authority. */
export type Rotation = 'strict' | 'grace' | 'neverRevokes';
/** How the server answers everything while the company's secret is over: plain `invalid_grant`, the engine's own code, or `invalid_client`. */
export type CompanyTrouble = 'none' | 'plain' | 'coded' | 'client';

const GRACE = 10 * MINUTE;
const LIFETIME = 90 * DAY;

interface Issued {
  readonly family: string;
  readonly issuedAt: number;
  replacedAt: number | null;
}

/** The token endpoint as a model: which token is accepted when, by true time. Tokens are named `family.number`. */
export class ModelServer {
  readonly rotation: Rotation;
  company: CompanyTrouble = 'none';
  #issued = 0;
  readonly #tokens = new Map<string, Issued>();
  readonly #ended = new Set<string>();

  constructor(rotation: Rotation) {
    this.rotation = rotation;
  }

  /** The first token of a sign-in. */
  begin(family: string, now: number): string {
    return this.#issue(family, now);
  }

  familyOf(token: string): string {
    return token.slice(0, token.lastIndexOf('.'));
  }

  /** The customer took the access back. */
  revoke(family: string): void {
    this.#ended.add(family);
  }

  isRevoked(family: string): boolean {
    return this.#ended.has(family);
  }

  /** Whether presenting `token` would bring a new one, the company being in order. */
  accepts(token: string, now: number): boolean {
    const issued = this.#tokens.get(token);
    if (!issued || this.#ended.has(issued.family) || now - issued.issuedAt >= LIFETIME) return false;
    if (issued.replacedAt === null || this.rotation === 'neverRevokes') return true;
    return this.rotation === 'grace' && now - issued.replacedAt <= GRACE;
  }

  /** Acts on a presented token: the new one, or null when it is refused. */
  present(token: string, now: number): string | null {
    const issued = this.#tokens.get(token);
    if (!this.accepts(token, now)) {
      if (issued && issued.replacedAt !== null && this.rotation === 'strict') this.#ended.add(issued.family);
      return null;
    }
    if (!issued) return null;
    issued.replacedAt ??= now;
    return this.#issue(issued.family, now);
  }

  #issue(family: string, now: number): string {
    this.#issued += 1;
    const token = `${family}.${this.#issued}`;
    this.#tokens.set(token, { family, issuedAt: now, replacedAt: null });
    return token;
  }

  /** Forgets tokens that no longer matter, so that ten simulated years fit into memory. */
  forget(token: string): void {
    this.#tokens.delete(token);
  }
}
