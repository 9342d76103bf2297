import { expect, it } from 'vitest';
import { siteHandlers } from '../../../../electron/shell/handlers/sites.ts';
import type { Program } from '../../../../electron/shell/program.ts';

const NOW = Date.UTC(2026, 0, 2);
const counts = { all: 0, needsMe: 0, dueSoon: 0, handOverOpen: 0, contractEnding: 0 };
const numbers = { total: 0, groups: [], counts, position: null };

/** A program whose book is put in order, or closed meanwhile (`isOpen` false), or was never open (null). */
function programWith(isOpen: boolean | null, asked: unknown[]): Program {
  const sites = {
    prepare: async (now: number) => (asked.push(['prepare', now]), isOpen),
    page: (question: unknown) => (asked.push(['page', question]), { sites: [], ...numbers }),
  };
  return { clock: { now: () => NOW }, workplace: () => ({ sites: isOpen === null ? null : sites, storageProblem: { code: 'L-35' } }) } as unknown as Program;
}

const ask = async (isOpen: boolean | null, asked: unknown[] = []): Promise<unknown> => siteHandlers(programWith(isOpen, asked))['sites.list']({ query: 'a', offset: 0, limit: 50 });

it('the list is put in order in pieces before a page of it is read', async () => {
  const asked: unknown[] = [];
  expect(await ask(true, asked)).toEqual({ ok: true, value: { rows: [], ...numbers } });
  expect(asked).toEqual([['prepare', NOW], ['page', { query: 'a', filter: 'all', offset: 0, limit: 50, about: null, now: NOW }]]);
});

it('a book that is closed meanwhile, and one that is not open, answer with a problem', async () => {
  const asked: unknown[] = [];
  expect(await ask(false, asked)).toEqual({ ok: false, problem: { code: 'L-81', reason: 'closed' } });
  expect(asked).toEqual([['prepare', NOW]]);
  expect(await ask(null)).toEqual({ ok: false, problem: { code: 'L-35' } });
});
