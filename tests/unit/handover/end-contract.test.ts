import { describe, expect, it } from 'vitest';
import type { VisitChange } from '../../../electron/contract/visit-facts.ts';
import { endContract, noteHandover, reopenContract, type ContractParts } from '../../../electron/handover/end-contract.ts';

const NOW = 1000;

/** What was done, in its order. `refuses`: what the disk does not take. */
function stage(part: Partial<ContractParts> = {}, refuses: 'remove' | 'note' | null = null): { readonly log: string[]; readonly parts: ContractParts } {
  const log: string[] = [];
  const full = { ok: false, problem: { code: 'L-62' } } as const;
  const done = { ok: true, value: null } as const;
  const sites = {
    note: (_id: string, change: VisitChange) => (refuses === 'note' ? full : (log.push(`note ${JSON.stringify(change)}`), { ok: true, value: { id: 's1' } })),
    addHistory: (_id: string, { event, at, who }: { readonly event: string; readonly at: number; readonly who: string }) => (log.push(`${event} at ${at} by ${who}`), done),
  };
  const links = {
    links: { findBySite: () => ({ id: 'l1' }), remove: (id: string, at: number) => (refuses === 'remove' ? full : (log.push(`remove ${id} at ${at}`), done)) },
    clock: { now: () => NOW }, history: (_id: string, event: string) => void log.push(event), changed: () => undefined,
  };
  return { log, parts: { sites, links, problem: null, isLinked: true, now: NOW, who: 'Anna', ...part } as unknown as ContractParts };
}

describe('the end of a contract', () => {
  it('ends the link first and notes the end after that', () => {
    const { log, parts } = stage();
    expect(endContract(parts, 's1').ok).toBe(true);
    expect(log).toEqual(['remove l1 at 1000', 'unlinked', 'note {"endedAt":1000}', 'contractEnded at 1000 by Anna']);
  });

  it('is noted alone where there is no link', () => {
    const { log, parts } = stage({ isLinked: false, links: null });
    expect(endContract(parts, 's1').ok).toBe(true);
    expect(log).toEqual(['note {"endedAt":1000}', 'contractEnded at 1000 by Anna']);
  });

  it('is not said while the link cannot be deleted', () => {
    const full = stage({}, 'remove');
    expect(endContract(full.parts, 's1')).toMatchObject({ problem: { code: 'L-62' } });
    const locked = stage({ links: null, problem: { code: 'L-60' } });
    expect(endContract(locked.parts, 's1')).toMatchObject({ problem: { code: 'L-60' } });
    expect([full.log, locked.log]).toEqual([[], []]);
  });

  it('can be taken back: then papers and the guest are open again', () => {
    const { log, parts } = stage();
    expect(reopenContract(parts, 's1').ok).toBe(true);
    expect(log).toEqual(['note {"endedAt":null,"guestRemovedAt":null,"handedOverAt":null}', 'contractReopened at 1000 by Anna']);
  });
});

describe('papers handed over', () => {
  it('are noted with the time of main’s clock and told in the history; taking it back is told nowhere', () => {
    const { log, parts } = stage();
    expect([noteHandover(parts, 's1', true).ok, noteHandover(parts, 's1', false).ok]).toEqual([true, true]);
    expect(log).toEqual(['note {"handedOverAt":1000}', 'handedOver at 1000 by Anna', 'note {"handedOverAt":null}']);
  });

  it('are not told in the history when they could not be noted', () => {
    const { log, parts } = stage({}, 'note');
    expect(noteHandover(parts, 's1', true)).toMatchObject({ problem: { code: 'L-62' } });
    expect(log).toEqual([]);
  });
});
