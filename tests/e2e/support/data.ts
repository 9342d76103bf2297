import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Changes the data of a program that is not running, as time would have done. */
export function changeData(folder: string, sql: string, ...values: readonly (string | number)[]): void {
  const db = new DatabaseSync(path.join(folder, 'real', 'liaison.db'));
  try {
    db.prepare(sql).run(...values);
  } finally {
    db.close();
  }
}

/** One number out of the data of a program that is not running. */
export function numberIn(folder: string, sql: string): number {
  const db = new DatabaseSync(path.join(folder, 'real', 'liaison.db'), { readOnly: true });
  try {
    return Number(Object.values(db.prepare(sql).get() ?? {})[0]);
  } finally {
    db.close();
  }
}
