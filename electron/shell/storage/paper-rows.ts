import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { checkOnPaperSchema, type CheckOnPaper } from '../../contract/papers.ts';
import { rowOf, rowsOf, whole } from './sqlite.ts';

const { shape } = checkOnPaperSchema;
// A damaged or unknown word must not hide the line: nothing was found out then.
const checkRow = z.object({ item: shape.item, title: shape.title, criterion: shape.criterion, verdict: shape.verdict.catch('open'), remark: shape.remark.catch(''), at: whole.nullable() });
const countRow = z.object({ photos: whole });

/** The checklist of a site in its order. */
export function checksOf(db: DatabaseSync, siteId: string): readonly CheckOnPaper[] {
  return rowsOf(db, checkRow, 'SELECT item, title, criterion, verdict, remark, at FROM check_item WHERE site_id = ? ORDER BY position, item', siteId);
}

/** How many photos of a site are kept. */
export function photosOf(db: DatabaseSync, siteId: string): number {
  return rowOf(db, countRow, 'SELECT count(*) AS photos FROM photo WHERE site_id = ?', siteId)?.photos ?? 0;
}
