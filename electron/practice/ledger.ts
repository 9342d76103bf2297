import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../oauth/ports.ts';
import type { PracticeMemory, Rotation } from './options.ts';
import { createRefreshTokens, type Issued } from './refresh-tokens.ts';

const CODE_LIFETIME_MILLISECONDS = 5 * 60_000;

/** What a code stands for. */
export interface CodeGrant {
  readonly subject: string;
  readonly redirectUri: string;
  /** The S256 challenge (RFC 7636 §4.3), or null when none was sent. */
  readonly codeChallenge: string | null;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly signedInAt: number;
}

/** Codes and refresh tokens: what was issued, what is spent, what may still be used. */
export interface Ledger {
  issueCode(grant: CodeGrant): string;
  /** The code's grant without spending it; null when unknown, spent or older than 5 minutes. A code that comes back after use ends its family in strict mode (RFC 6749 §4.1.2). */
  findCode(code: string): CodeGrant | null;
  spendCode(code: string, withRefreshToken: boolean): Issued | null;
  /** Presents a refresh token; null when it is refused. */
  refresh(token: string, rotates: boolean): Issued | null;
}

interface OpenCode {
  readonly grant: CodeGrant;
  readonly expiresAt: number;
  /** Null until the code is spent. */
  readonly familyId: string | null;
}

/** Opens the ledger with what `memory` remembers. Codes live in this process only. */
export function createLedger(memory: PracticeMemory, rotation: Rotation, clock: Clock, mark: string): Ledger {
  const tokens = createRefreshTokens(memory, rotation, clock, mark);
  const codes = new Map<string, OpenCode>();
  const findCode = (code: string): CodeGrant | null => {
    const open = codes.get(code);
    if (open?.familyId && rotation === 'strict') tokens.end(open.familyId);
    return open && open.familyId === null && clock.now() < open.expiresAt ? open.grant : null;
  };
  return {
    findCode,
    issueCode(grant) {
      const code = `${mark}${randomBytes(32).toString('base64url')}`;
      codes.set(code, { grant, expiresAt: clock.now() + CODE_LIFETIME_MILLISECONDS, familyId: null });
      return code;
    },
    spendCode(code, withRefreshToken) {
      const grant = findCode(code);
      if (!grant) return null;
      const familyId = randomUUID();
      codes.set(code, { grant, expiresAt: 0, familyId });
      return { subject: grant.subject, refreshToken: withRefreshToken ? tokens.begin(familyId, grant.subject) : null };
    },
    refresh: (token, rotates) => tokens.present(token, rotates),
  };
}
