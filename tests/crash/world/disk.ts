import { failure } from '../../../electron/contract/result.ts';
import type { Link, PendingRenewal } from '../../../electron/links/link.ts';
import { MemoryLinks, tokenOnDisk } from '../../unit/links/fakes.ts';

type Row = MemoryLinks['rows'] extends Map<string, infer Value> ? Value : never;

/** What a disk held at some moment. */
export interface DiskImage {
  readonly rows: readonly (readonly [string, Row])[];
  readonly pending: readonly (readonly [string, PendingRenewal])[];
}

/** The rows that outlive a process; records can be damaged, and an image of an earlier day can come back. */
export class Disk extends MemoryLinks {
  readonly damaged = new Set<string>();

  override find(linkId: string): Link | null {
    const link = super.find(linkId);
    return link && this.damaged.has(linkId) ? { ...link, condition: 'quarantined', problem: { code: 'L-63', reason: 'record' } } : link;
  }

  override readTokens(linkId: string): ReturnType<MemoryLinks['readTokens']> {
    return this.damaged.has(linkId) ? failure({ code: 'L-63', reason: 'record' }) : super.readTokens(linkId);
  }

  override completeRenewal(...arguments_: Parameters<MemoryLinks['completeRenewal']>): ReturnType<MemoryLinks['completeRenewal']> {
    const completed = super.completeRenewal(...arguments_);
    // The record that did not open stepped aside for the new one.
    if (completed.ok) this.damaged.delete(arguments_[0]);
    return completed;
  }

  override control(linkId: string): string | null {
    const active = [...this.rows.keys()].filter((id) => id !== linkId && this.find(id)?.condition === 'active');
    return active.toSorted((one, other) => (this.find(one)?.renewedAt ?? 0) - (this.find(other)?.renewedAt ?? 0))[0] ?? null;
  }

  tokenOf(linkId: string): string | undefined {
    return tokenOnDisk(this, linkId);
  }

  image(): DiskImage {
    return { rows: [...this.rows].map(([id, row]) => [id, { ...row }] as const), pending: [...this.pending] };
  }

  restore(image: DiskImage): void {
    this.rows.clear();
    this.pending.clear();
    for (const [id, row] of image.rows) this.rows.set(id, { ...row });
    for (const [id, attempt] of image.pending) this.pending.set(id, attempt);
  }
}
