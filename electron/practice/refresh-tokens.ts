import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../oauth/ports.ts';
import type { PracticeMemory, RememberedToken, Rotation, TokenFamily } from './options.ts';

const GRACE_MILLISECONDS = 10 * 60_000;
/** Lifetime of a refresh token in seconds: 90 days (spec 1.2). */
export const REFRESH_TOKEN_SECONDS = 90 * 24 * 3600;

/** Whose tokens to issue, and with which refresh token; null when none is issued. */
export interface Issued {
  readonly subject: string;
  readonly refreshToken: string | null;
}

/** The refresh tokens, remembered over restarts as hashes. */
export interface RefreshTokens {
  /** The first token of a new family. */
  begin(familyId: string, subject: string): string;
  /** Presents a token; null when it is refused. With `rotates` a newer one takes its place. */
  present(token: string, rotates: boolean): Issued | null;
  /** Refuses every token of the family from now on. */
  end(familyId: string): void;
}

const hash = (token: string): string => createHash('sha256').update(token).digest('base64url');

type Judge = (token: RememberedToken, now: number) => 'usable' | 'refused' | 'endsFamily';

const judges: Readonly<Record<Rotation, Judge>> = {
  strict: (token) => (token.replacedAt === null ? 'usable' : 'endsFamily'),
  grace: (token, now) => (token.replacedAt === null || now - token.replacedAt <= GRACE_MILLISECONDS ? 'usable' : 'refused'),
  neverRevokes: () => 'usable',
};

const isYoung = (token: RememberedToken, now: number): boolean => now - token.issuedAt < REFRESH_TOKEN_SECONDS * 1000;

/** The family with a newer token. Tokens over 90 days old are forgotten: they are refused all the same. */
function grown(family: TokenFamily, presented: string, issued: string, now: number): TokenFamily {
  const replaced = family.tokens.map((token) => (token.hash === presented && token.replacedAt === null ? { ...token, replacedAt: now } : token));
  return { ...family, tokens: [...replaced.filter((token) => isYoung(token, now)), { hash: issued, issuedAt: now, replacedAt: null }] };
}

interface FamilyBook {
  find(hashed: string): { readonly family: TokenFamily; readonly remembered: RememberedToken } | null;
  keep(family: TokenFamily): void;
  end(familyId: string): void;
}

function openBook(memory: PracticeMemory): FamilyBook {
  const loaded = memory.load()?.families;
  // What was remembered may come from a damaged file: practice then begins afresh.
  const families = new Map((Array.isArray(loaded) ? loaded : []).map((family: TokenFamily) => [family.id, family] as const));
  const save = (): void => memory.save({ families: [...families.values()] });
  return {
    find(hashed) {
      for (const family of families.values()) {
        const remembered = family.tokens.find((token) => token.hash === hashed);
        if (remembered) return { family, remembered };
      }
      return null;
    },
    keep(family) {
      families.set(family.id, family);
      save();
    },
    end(familyId) {
      families.delete(familyId);
      save();
    },
  };
}

/** Opens what `memory` remembers; every change is saved before the answer goes out. */
export function createRefreshTokens(memory: PracticeMemory, rotation: Rotation, clock: Clock, mark: string): RefreshTokens {
  const book = openBook(memory);
  const newToken = (): string => `${mark}${randomBytes(48).toString('base64url')}`;
  return {
    end: book.end,
    begin(familyId, subject) {
      const token = newToken();
      book.keep({ id: familyId, subject, tokens: [{ hash: hash(token), issuedAt: clock.now(), replacedAt: null }] });
      return token;
    },
    present(token, rotates) {
      const [match, now] = [book.find(hash(token)), clock.now()];
      if (!match || !isYoung(match.remembered, now)) return null;
      const { family, remembered } = match;
      const verdict = judges[rotation](remembered, now);
      if (verdict === 'endsFamily') book.end(family.id);
      if (verdict !== 'usable') return null;
      if (!rotates) return { subject: family.subject, refreshToken: null };
      const newest = newToken();
      book.keep(grown(family, remembered.hash, hash(newest), now));
      return { subject: family.subject, refreshToken: newest };
    },
  };
}
