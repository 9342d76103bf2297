import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { consentSchema } from '../../contract/consent.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { TakeoverSite } from '../../contract/takeover.ts';
import { historyEvents } from '../../contract/views.ts';
import { acceptPhoto } from '../../sites/photo.ts';
import type { ChecklistStore } from '../../sites/checklist.ts';
import type { SiteStore } from '../../sites/site.ts';
import { readJson } from './json.ts';
import type { PhotoFiles } from './photo-files.ts';
import { insertWholeSite } from './site-store.ts';
import type { Space } from './space.ts';
import { rowOf, rowsOf, transaction, whole } from './sqlite.ts';

/** Whole sites as they leave the book and come into it. */
export interface Transfer {
  /** All sites, by name. */
  ids(): readonly string[];
  has(siteId: string): boolean;
  /** Everything but the link; null: no such site. */
  read(siteId: string): TakeoverSite | null;
  picture(photoId: string): Uint8Array<ArrayBuffer> | null;
  /** Lays the picture of a photo ready; nobody sees it before `insert`. L-88 for one that may not be kept, L-62. */
  lay(photoId: string, jpeg: Uint8Array): Result<null>;
  /** Takes sites in, all or none, with the pictures that were laid ready; `who` takes them over at `at`. Fails with L-62 or L-88 (`damaged`). */
  insert(sites: readonly TakeoverSite[], at: number, who: string): Result<null>;
  /** Takes away what was laid ready and not inserted. */
  dropLaid(): void;
}

const idRow = z.object({ id: z.string() });
const { shape } = consentSchema;
const consentRow = z.object({
  at: whole, agreed: whole, text_version: shape.textVersion.catch(''), language: shape.language.catch('en'), clock: shape.clock.catch('unconfirmed'),
  customer_name: shape.customerName.catch(''), company_name: shape.companyName.catch(''), homes: z.string().nullable().catch(null),
});
const historyRow = z.object({ at: whole, event: z.enum(historyEvents), who: z.string() });
const photoRow = z.object({ id: z.uuid(), at: whole, caption: z.string(), width: whole, height: whole, bytes: whole, sha256: z.string() });

type Consents = TakeoverSite['consents'];

function consents(db: DatabaseSync, siteId: string): Consents {
  return rowsOf(db, consentRow, 'SELECT * FROM consent WHERE site_id = ? ORDER BY at, id', siteId).map((row) => ({
    at: row.at, agreed: row.agreed === 1, textVersion: row.text_version, language: row.language, clock: row.clock,
    customerName: row.customer_name, companyName: row.company_name, homes: readJson(shape.homes, row.homes),
  }));
}

interface Place {
  readonly db: DatabaseSync;
  readonly sites: Pick<SiteStore, 'find'>;
  readonly checklists: Pick<ChecklistStore, 'items'>;
  readonly files: PhotoFiles;
  readonly space: Pick<Space, 'hasRoomFor'>;
}

function read({ db, sites, checklists }: Place, siteId: string): TakeoverSite | null {
  const site = sites.find(siteId);
  return site && {
    ...site,
    history: [...rowsOf(db, historyRow, 'SELECT at, event, who FROM history WHERE site_id = ? ORDER BY at, id', siteId)],
    consents: consents(db, siteId),
    checks: [...checklists.items(siteId)],
    photos: [...rowsOf(db, photoRow, 'SELECT id, at, caption, width, height, bytes, sha256 FROM photo WHERE site_id = ? ORDER BY at, id', siteId)],
  };
}

function insertOne(db: DatabaseSync, { history, consents: given, checks, photos, ...site }: TakeoverSite): void {
  insertWholeSite(db, site);
  const event = db.prepare('INSERT INTO history (site_id, at, event, who) VALUES (?, ?, ?, ?)');
  for (const { at, event: what, who } of history) event.run(site.id, at, what, who);
  const consent = db.prepare('INSERT INTO consent (site_id, at, agreed, text_version, language, clock, customer_name, company_name, homes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const each of given) {
    consent.run(site.id, each.at, each.agreed ? 1 : 0, each.textVersion, each.language, each.clock, each.customerName, each.companyName, each.homes && JSON.stringify(each.homes));
  }
  const check = db.prepare('INSERT INTO check_item (site_id, position, item, title, criterion, verdict, at, who, remark) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const [position, each] of checks.entries()) check.run(site.id, position, each.item, each.title, each.criterion, each.verdict, each.at, each.who, each.remark);
  const photo = db.prepare('INSERT INTO photo (id, site_id, at, caption, width, height, bytes, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  for (const each of photos) photo.run(each.id, site.id, each.at, each.caption, each.width, each.height, each.bytes, each.sha256);
}

const DAMAGED = failure({ code: 'L-88', reason: 'damaged' });
const SQLITE_CONSTRAINT = 19;

function insertAll({ db }: Place, sites: readonly TakeoverSite[], at: number, who: string): Result<null> {
  try {
    return transaction(db, () => {
      for (const site of sites) insertOne(db, { ...site, history: [...site.history, { at, event: 'takenOver', who }] });
      return success(null);
    });
  } catch (error) {
    // An id that is there already: such a file was put together by somebody else.
    const parsed = z.object({ errcode: z.number().int() }).safeParse(error);
    if (parsed.success && (parsed.data.errcode & 0xff) === SQLITE_CONSTRAINT) return DAMAGED;
    throw error;
  }
}

/** Whole sites of a database and their photos. */
export function createTransfer(place: Place): Transfer {
  const { db, files, space } = place;
  let laid: readonly string[] = [];
  const dropLaid = (): void => {
    for (const id of laid) files.discard(id);
    laid = [];
  };
  return {
    ids: () => rowsOf(db, idRow, 'SELECT id FROM site ORDER BY folded_name, id').map(({ id }) => id),
    has: (siteId) => rowOf(db, idRow, 'SELECT id FROM site WHERE id = ?', siteId) !== null,
    read: (siteId) => read(place, siteId),
    picture: (photoId) => files.read(photoId),
    lay: (photoId, jpeg) => {
      // The file of a photo that is in the book already must not get a second one beside it.
      if (!acceptPhoto(jpeg, 0).ok || files.has(photoId)) return DAMAGED;
      if (!space.hasRoomFor(jpeg.byteLength)) return failure({ code: 'L-62', reason: 'lowSpace' });
      const written = files.write(photoId, jpeg);
      if (written.ok) laid = [...laid, photoId];
      return written;
    },
    insert: (sites, at, who) => {
      const done = insertAll(place, sites, at, who);
      if (done.ok) for (const id of laid) files.settle(id);
      else dropLaid();
      if (done.ok) laid = [];
      return done;
    },
    dropLaid,
  };
}
