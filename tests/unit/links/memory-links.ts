import type { Problem } from '../../../electron/contract/problems.ts';
import { failure, success, type Result } from '../../../electron/contract/result.ts';
import type { Completion, Link, LinkCounts, LinkStore, LinkTokens, NewLink, PendingRenewal, Proof, Standing } from '../../../electron/links/link.ts';
import { FARTHEST_PLAN } from '../../../electron/links/policy.ts';
import type { Secret } from '../../../electron/oauth/secret.ts';

interface Row {
  link: Link;
  tokens: LinkTokens;
  subject: string | null;
}

const cannotSave: Problem = { code: 'L-62' };
type Change = 'create' | 'beginRenewal' | 'completeRenewal' | 'settleRenewal' | 'keepUnusableAnswer' | 'setStanding' | 'saveProof' | 'remove';

/** A link store in memory that honours the contract, compare-and-swap included, and fails on demand. */
export class MemoryLinks implements LinkStore {
  readonly rows = new Map<string, Row>();
  readonly pending = new Map<string, PendingRenewal>();
  readonly keptAnswers: Secret[] = [];
  /** Changes named here fail with L-62 and change nothing. */
  readonly broken = new Set<Change>();
  readonly siteNames = new Map<string, string>();
  #created = 0;

  findBySite(siteId: string): Link | null {
    return [...this.rows.values()].find((row) => row.link.siteId === siteId)?.link ?? null;
  }

  find(linkId: string): Link | null {
    return this.rows.get(linkId)?.link ?? null;
  }

  readTokens(linkId: string): Result<LinkTokens> {
    const row = this.rows.get(linkId);
    return row ? success(row.tokens) : failure({ code: 'L-61' });
  }

  create(link: NewLink): Result<Link> {
    if (this.broken.has('create')) return failure(cannotSave);
    const former = this.findBySite(link.siteId);
    if (former) this.rows.delete(former.id);
    this.#created += 1;
    const { siteId, at, tokens, accountLabel, accountSubject, proof, nextAt } = link;
    const created: Link = { id: `link-${this.#created}`, siteId, generation: 1, linkedAt: at, renewedAt: at, accountLabel, condition: 'active', problem: null, tries: 0, refusals: 0, refusedSince: null, nextAt, proof };
    this.rows.set(created.id, { link: created, tokens, subject: accountSubject });
    return success(created);
  }

  beginRenewal(linkId: string, generation: number, at: number): Result<null> {
    if (this.broken.has('beginRenewal')) return failure(cannotSave);
    if (this.rows.get(linkId)?.link.generation !== generation) return failure({ code: 'L-68' });
    this.pending.set(linkId, { linkId, generation, startedAt: at });
    return success(null);
  }

  completeRenewal(linkId: string, generation: number, { tokens, at, standing }: Completion): Result<Link> {
    if (this.broken.has('completeRenewal')) return failure(cannotSave);
    const row = this.rows.get(linkId);
    if (!row || row.link.generation !== generation) return failure({ code: 'L-68' });
    row.link = { ...row.link, ...standing, generation: generation + 1, renewedAt: at };
    row.tokens = tokens;
    this.pending.delete(linkId);
    return success(row.link);
  }

  settleRenewal(linkId: string, generation: number, standing: Standing, keepAttempt: boolean): Result<null> {
    if (this.broken.has('settleRenewal')) return failure(cannotSave);
    const row = this.rows.get(linkId);
    if (!row || row.link.generation !== generation) return failure({ code: 'L-68' });
    row.link = { ...row.link, ...standing };
    if (!keepAttempt) this.pending.delete(linkId);
    return success(null);
  }

  keepUnusableAnswer(linkId: string, raw: Secret): Result<null> {
    if (this.broken.has('keepUnusableAnswer')) return failure(cannotSave);
    if (!this.rows.has(linkId)) return failure({ code: 'L-81', field: 'linkId' });
    this.keptAnswers.push(raw);
    return success(null);
  }

  pendingRenewals(): readonly PendingRenewal[] {
    return [...this.pending.values()];
  }

  pendingRenewal(linkId: string): PendingRenewal | null {
    return this.pending.get(linkId) ?? null;
  }

  setStanding(linkId: string, standing: Standing): Result<null> {
    return this.#change('setStanding', linkId, standing);
  }

  saveProof(linkId: string, proof: Proof): Result<null> {
    return this.#change('saveProof', linkId, { proof });
  }

  remove(linkId: string): Result<null> {
    if (!this.rows.has(linkId) || this.broken.has('remove')) return failure(cannotSave);
    this.rows.delete(linkId);
    this.pending.delete(linkId);
    return success(null);
  }

  compareAccount(siteId: string, accountSubject: string | null): 'same' | 'other' | 'unknown' {
    const stored = [...this.rows.values()].find(({ link }) => link.siteId === siteId)?.subject ?? null;
    if (stored === null || accountSubject === null) return 'unknown';
    return stored === accountSubject ? 'same' : 'other';
  }

  due(at: number, limit: number): readonly string[] {
    const isDue = ({ nextAt }: Link): boolean => nextAt !== null && (nextAt <= at || nextAt > at + FARTHEST_PLAN);
    return this.#sorted(isDue).slice(0, limit);
  }

  nextDueAt(after: number): number | null {
    const times = [...this.rows.values()].flatMap(({ link }) => (link.nextAt !== null && link.nextAt > after ? [link.nextAt] : []));
    return times.length === 0 ? null : Math.min(...times);
  }

  renewable(): readonly string[] {
    return this.#sorted(({ condition }) => condition === 'active' || condition === 'uncertain' || condition === 'suspect');
  }

  suspects(): readonly string[] {
    return this.#sorted(({ condition }) => condition === 'suspect');
  }

  ended(): readonly string[] {
    return this.#sorted(({ condition }) => condition === 'relinkRequired');
  }

  otherRenewedAfter(linkId: string, at: number, until: number): boolean {
    return [...this.rows.values()].some(({ link }) => link.id !== linkId && link.renewedAt > at && link.renewedAt <= until);
  }

  control(linkId: string): string | null {
    return this.#sorted((link) => link.id !== linkId && link.condition === 'active')[0] ?? null;
  }

  counts(at: number): LinkCounts {
    const number = (condition: Link['condition']): number => this.#sorted((link) => link.condition === condition).length;
    return { links: this.rows.size, due: this.due(at, Number.MAX_SAFE_INTEGER).length, uncertain: number('uncertain'), suspect: number('suspect'), relinkRequired: number('relinkRequired') };
  }

  findOtherSite(siteId: string, homeIds: readonly string[], accountSubject: string | null): { readonly siteName: string; readonly what: 'home' | 'account' } | null {
    for (const { link, subject } of this.rows.values()) {
      if (link.siteId === siteId) continue;
      const siteName = this.siteNames.get(link.siteId) ?? link.siteId;
      if (link.proof?.homes?.some((home) => homeIds.includes(home.id))) return { siteName, what: 'home' };
      if (subject !== null && subject === accountSubject) return { siteName, what: 'account' };
    }
    return null;
  }

  #sorted(isMeant: (link: Link) => boolean): readonly string[] {
    return [...this.rows.values()].map(({ link }) => link).filter(isMeant).toSorted((one, other) => one.renewedAt - other.renewedAt).map(({ id }) => id);
  }

  #change(what: Change, linkId: string, part: Partial<Link>): Result<null> {
    const row = this.rows.get(linkId);
    if (!row || this.broken.has(what)) return failure(cannotSave);
    row.link = { ...row.link, ...part };
    return success(null);
  }
}
