import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { failure, success, type Result } from '../../contract/result.ts';
import type { CheckItem, TemplateItem } from '../../contract/visit.ts';
import { verdicts } from '../../contract/visit-limits.ts';
import type { ChecklistStore } from '../../sites/checklist.ts';
import { rowsOf, transaction, whole } from './sqlite.ts';

const templateRow = z.object({ item: z.string(), title: z.string(), criterion: z.string() });
// A damaged verdict must not hide the check: it is open then.
const checkRow = templateRow.extend({ verdict: z.enum(verdicts).catch('open'), at: whole.nullable(), who: z.string(), remark: z.string() });

function template(db: DatabaseSync): readonly TemplateItem[] {
  return rowsOf(db, templateRow, 'SELECT item, title, criterion FROM template_item ORDER BY position');
}

function saveTemplate(db: DatabaseSync, wanted: readonly TemplateItem[]): Result<null> {
  return transaction(db, () => {
    db.exec('DELETE FROM template_item');
    const insert = db.prepare('INSERT INTO template_item (position, item, title, criterion) VALUES (?, ?, ?, ?)');
    for (const [position, { item, title, criterion }] of wanted.entries()) insert.run(position, item, title, criterion);
    return success(null);
  });
}

function items(db: DatabaseSync, siteId: string): readonly CheckItem[] {
  return rowsOf(db, checkRow, 'SELECT item, title, criterion, verdict, at, who, remark FROM check_item WHERE site_id = ? ORDER BY position, item', siteId);
}

function save(db: DatabaseSync, siteId: string, checks: readonly CheckItem[]): Result<null> {
  return transaction(db, () => {
    if (!db.prepare('SELECT 1 FROM site WHERE id = ?').get(siteId)) return failure({ code: 'L-81', field: 'siteId' });
    // In place: a row that cannot be read stays as it is (R7).
    const upsert = db.prepare(
      `INSERT INTO check_item (site_id, position, item, title, criterion, verdict, at, who, remark) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (site_id, item) DO UPDATE SET verdict = excluded.verdict, at = excluded.at, who = excluded.who, remark = excluded.remark`,
    );
    for (const [position, { item, title, criterion, verdict, at, who, remark }] of checks.entries()) {
      upsert.run(siteId, position, item, title, criterion, verdict, at, who, remark);
    }
    return success(null);
  });
}

/** Checklists in the database. See ChecklistStore for what each method promises. */
export function createChecklistStore(db: DatabaseSync): ChecklistStore {
  return {
    template: () => template(db),
    saveTemplate: (wanted) => saveTemplate(db, wanted),
    items: (siteId) => items(db, siteId),
    save: (siteId, checks) => save(db, siteId, checks),
  };
}
