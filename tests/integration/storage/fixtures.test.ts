import { copyFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { Link } from '../../../electron/links/link.ts';
import { migrations, versionOf } from '../../../electron/shell/storage/migrations.ts';
import { openWorkspace, type OpenedWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { facts, FIXTURE_ACCOUNT, fixtureSites, form, noFacts } from './fixtures/contents.ts';
import { clock, company, DAY, fakeWrapper, newLink, NOW, present, temporaryFolder, value } from './support.ts';

const fixtureOf = (version: number): string => join(import.meta.dirname, 'fixtures', `version-${version}.db`);
const versions = migrations.map((_, index) => index + 1);

/** The fixture as a person's folder: only the database, the wrapped key inside it. */
async function open(version: number): Promise<OpenedWorkspace & { readonly folder: string }> {
  const folder = temporaryFolder();
  copyFileSync(fixtureOf(version), join(folder, 'liaison.db'));
  return { ...(await openWorkspace(folder, { clock, wrapper: fakeWrapper(FIXTURE_ACCOUNT) })), folder };
}

test.each(versions)('a database of version %i has a fixture, made by the program of that version', (version) => {
  expect(existsSync(fixtureOf(version)), 'write it with tests/integration/storage/fixtures/make.ts').toBe(true);
  expect(statSync(fixtureOf(version)).size).toBeLessThan(200_000);
  // A copy, because even looking leaves a log beside the file.
  const copy = join(temporaryFolder(), 'liaison.db');
  copyFileSync(fixtureOf(version), copy);
  const db = new DatabaseSync(copy, { readOnly: true });
  expect(versionOf(db)).toBe(version);
  db.close();
});

test.each(versions)('everything in a database of version %i is found by this program', async (version) => {
  const { sites, links, profiles, storageProblem, notices, close } = await open(version);
  expect([storageProblem, notices]).toEqual([null, []]);
  const linkOf = (mark: string): Link => {
    const site = present(present(sites).list(mark, 0, 9).sites[0]);
    expect(present(sites).consent(site.id)).toMatchObject({ at: NOW, textVersion: '1', language: 'en', ...(version < 3 ? { clock: 'unconfirmed', companyName: '', homes: null } : { clock: 'confirmed', companyName: 'Martin', homes: [{ shortId: '4f2a', name: 'Höhenweg' }] }) });
    expect([site, present(sites).history(site.id)]).toMatchObject([{ ...form(mark), ...(version < 4 ? noFacts : facts) }, [{ at: NOW, event: 'linked' }]]);
    return present(present(links).findBySite(site.id));
  };
  for (const { mark, condition, problem } of fixtureSites.filter((site) => site.mark !== 'damaged')) {
    const link = linkOf(mark);
    const renewed = mark === 'renewed';
    expect(link).toMatchObject({ condition, problem, generation: renewed ? 2 : 1, accountLabel: 'c…t@example.org', proof: newLink('', mark).proof });
    expect(value(present(links).readTokens(link.id)).refreshToken.reveal()).toBe(`MARK-refresh-${renewed ? 'renewed-2' : mark}`);
    expect([present(links).compareAccount(link.siteId, `subject-${mark}`), present(links).pendingRenewal(link.id) === null]).toEqual(['same', mark !== 'pending']);
  }
  expect(linkOf('damaged')).toMatchObject({ condition: 'quarantined', problem: { code: 'L-63' } });
  expect(value(present(profiles).load())?.profile.clientSecret.reveal()).toBe(company.clientSecret.reveal());
  close();
});

test('links of version 1 are planned: the active ones 30 days after their renewal, those in doubt at once, those that ended never', async () => {
  const { sites, links, close } = await open(1);
  const nextAt = fixtureSites.map(({ mark }) => [mark, present(present(links).findBySite(present(present(sites).list(mark, 0, 9).sites[0]).id)).nextAt]);
  const planned = NOW + 30 * DAY;
  expect(Object.fromEntries(nextAt)).toEqual({ plain: planned, renewed: planned, pending: planned, damaged: planned, uncertain: 0, suspect: 0, ended: null });
  close();
});

test.each(versions)('answers that could not be used are still kept after a database of version %i was opened', async (version) => {
  const { folder, close } = await open(version);
  close();
  const db = new DatabaseSync(join(folder, 'liaison.db'), { readOnly: true });
  const number = (sql: string): unknown => db.prepare(sql).get()?.['n'];
  expect([number("SELECT count(*) AS n FROM set_aside WHERE kind = 'answer'"), number('SELECT count(*) AS n FROM renewal WHERE sealed_answer IS NOT NULL')]).toEqual([2, 1]);
  expect(number('SELECT count(*) AS n FROM consent')).toBe(fixtureSites.length);
  db.close();
});
