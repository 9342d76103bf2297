import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { CheckItem } from '../../../electron/contract/visit.ts';
import { answered, builtInTemplate, checksOf, unanswered, type ChecklistStore } from '../../../electron/sites/checklist.ts';
import { openWorkspace, type OpenedWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { clock, fakeWrapper, NOW, present, temporaryFolder, value } from './support.ts';

let folder: string;
let workspace: OpenedWorkspace;
let checklists: ChecklistStore;
let siteId: string;

async function open(): Promise<void> {
  workspace = await openWorkspace(folder, { clock, wrapper: fakeWrapper('anna') });
  checklists = present(workspace.checklists);
}

beforeEach(async () => {
  folder = temporaryFolder();
  await open();
  siteId = value(present(workspace.sites).create({ name: 'Villa', address: '', customerName: '', customerLanguage: 'en' }, NOW)).id;
});

const give = (item: string, verdict: CheckItem['verdict'], remark = ''): void =>
  void value(checklists.save(siteId, value(answered(checksOf(checklists, siteId), { item, verdict, remark }, NOW, 'Anna'))));

test('answers are there after a restart, in the order of the template', async () => {
  give('board', 'failed', 'no labels');
  give('gateway', 'passed');
  workspace.close();
  await open();
  const items = checklists.items(siteId);
  expect(items.map(({ item }) => item)).toEqual(builtInTemplate.map(({ item }) => item));
  expect(items.filter(({ verdict }) => verdict !== 'open')).toEqual([
    { item: 'gateway', title: '', criterion: '', verdict: 'passed', at: NOW, who: 'Anna', remark: '' },
    { item: 'board', title: '', criterion: '', verdict: 'failed', at: NOW, who: 'Anna', remark: 'no labels' },
  ]);
  workspace.close();
});

test('a site that has begun keeps its checks when the template changes; one that has not follows it', () => {
  give('gateway', 'passed');
  const other = value(present(workspace.sites).create({ name: 'Casa', address: '', customerName: '', customerLanguage: 'it' }, NOW)).id;
  const own = [{ item: 'own', title: 'Meter read', criterion: 'Written down' }, { item: 'gateway', title: '', criterion: '' }];
  value(checklists.saveTemplate(own));
  expect(checklists.template()).toEqual(own);
  expect(checksOf(checklists, siteId)).toHaveLength(builtInTemplate.length);
  expect(checksOf(checklists, other)).toEqual(unanswered(own));
  value(checklists.saveTemplate([]));
  expect(checksOf(checklists, other)).toEqual(unanswered(builtInTemplate));
  workspace.close();
});

test('a site that is not there has no checks, and nothing is written for it', () => {
  expect(checklists.save('nowhere', unanswered(builtInTemplate))).toEqual({ ok: false, problem: { code: 'L-81', field: 'siteId' } });
  expect(checklists.items('nowhere')).toEqual([]);
  workspace.close();
});

test('a damaged verdict leaves the check open and the others as they are', async () => {
  give('gateway', 'passed');
  give('board', 'passed');
  workspace.close();
  const db = new DatabaseSync(join(folder, 'liaison.db'));
  db.prepare("UPDATE check_item SET verdict = 'half' WHERE item = 'gateway'").run();
  db.close();
  await open();
  expect(checklists.items(siteId).filter(({ verdict }) => verdict === 'passed').map(({ item }) => item)).toEqual(['board']);
  workspace.close();
});
