/**
 * The order of the list, kept beside the database in memory (temporary tables of this connection): joining ten thousand sites with their
 * links takes a tenth of a second, and a keystroke may take a hundredth. `listed` has one row per site and is scanned in its order;
 * `unlisted` has the sites whose row is old, written by triggers at every change, whoever makes it; `closed_link` has the links whose record
 * was found not to open. `place` sorts within a group: an instant, a day or nothing. The two days are there to find the rows that time makes old.
 */
export const SET_UP = `
CREATE TEMP TABLE listed (
  grp INTEGER NOT NULL,
  place ANY NOT NULL,
  folded_name TEXT NOT NULL,
  id TEXT NOT NULL,
  needs INTEGER NOT NULL,
  due INTEGER NOT NULL,
  hand_over INTEGER NOT NULL,
  ending INTEGER NOT NULL,
  folded TEXT NOT NULL,
  visit_day TEXT NOT NULL,
  contract_ends_on TEXT NOT NULL,
  PRIMARY KEY (grp, place, folded_name, id)
) WITHOUT ROWID, STRICT;
CREATE UNIQUE INDEX temp.listed_by_id ON listed (id);
CREATE INDEX temp.listed_by_visit ON listed (visit_day) WHERE visit_day <> '';
CREATE INDEX temp.listed_by_contract ON listed (contract_ends_on) WHERE contract_ends_on <> '';
CREATE TEMP TABLE unlisted (site_id TEXT PRIMARY KEY) WITHOUT ROWID, STRICT;
CREATE TEMP TABLE closed_link (link_id TEXT PRIMARY KEY) WITHOUT ROWID, STRICT;
CREATE TEMP TRIGGER listed_site_added AFTER INSERT ON main.site BEGIN INSERT OR IGNORE INTO unlisted VALUES (new.id); END;
CREATE TEMP TRIGGER listed_site_gone AFTER DELETE ON main.site BEGIN INSERT OR IGNORE INTO unlisted VALUES (old.id); END;
CREATE TEMP TRIGGER listed_site_changed AFTER UPDATE OF folded, folded_name, visit, contract_ends_on, handed_over_at, ended_at ON main.site
  BEGIN INSERT OR IGNORE INTO unlisted VALUES (new.id); END;
CREATE TEMP TRIGGER listed_link_added AFTER INSERT ON main.link BEGIN INSERT OR IGNORE INTO unlisted VALUES (new.site_id); END;
CREATE TEMP TRIGGER listed_link_gone AFTER DELETE ON main.link BEGIN INSERT OR IGNORE INTO unlisted VALUES (old.site_id); END;
CREATE TEMP TRIGGER listed_link_changed AFTER UPDATE OF condition, renewed_at, linked_at ON main.link
  BEGIN INSERT OR IGNORE INTO unlisted VALUES (new.site_id); END;
`;

/** What there is to know of each site. A link that is locked is told once for the whole laptop and says nothing of the single site. */
const FACTS = `
SELECT s.id, s.folded_name, s.folded, s.visit, substr(s.visit, 1, 10) AS visit_day, s.contract_ends_on, l.renewed_at, l.linked_at,
  l.id IS NOT NULL AS has_link,
  s.ended_at IS NOT NULL AND l.id IS NULL AS ended,
  l.id IS NOT NULL AND $closed <> 'locked'
    AND ($closed = 'quarantined' OR l.condition <> 'active' OR l.renewed_at <= $urgent OR l.id IN (SELECT link_id FROM closed_link)) AS needs,
  l.id IS NOT NULL AND $closed = '' AND l.condition = 'active' AND l.renewed_at <= $soon AND l.id NOT IN (SELECT link_id FROM closed_link) AS due,
  substr(s.visit, 1, 10) IN ($today, $tomorrow) AS visiting,
  l.id IS NOT NULL AND s.handed_over_at IS NULL AS hand_over,
  (s.ended_at IS NULL OR l.id IS NOT NULL) AND s.contract_ends_on <> '' AND s.contract_ends_on <= $notice AS ending
FROM main.site s LEFT JOIN main.link l ON l.site_id = s.id`;

/** The number of a group is its place in `siteGroups`. A site that ended needs nothing, unless it was linked again. */
const placed = (which: string): string => `
SELECT *, CASE WHEN ended THEN 7 WHEN needs THEN 0 WHEN due THEN 1 WHEN visiting THEN 2 WHEN hand_over THEN 3 WHEN ending THEN 4 WHEN has_link THEN 5 ELSE 6 END AS grp
FROM (${FACTS} WHERE ${which})`;

/** Brings in some sites. Soonest end first; visits by their hour; hand-overs that wait longest first. A site that was made anew meanwhile takes the place of its former row. */
const list = (which: string): string => `
INSERT OR REPLACE INTO listed (grp, place, folded_name, id, needs, due, hand_over, ending, folded, visit_day, contract_ends_on)
SELECT grp, CASE grp WHEN 0 THEN renewed_at WHEN 1 THEN renewed_at WHEN 2 THEN visit WHEN 3 THEN linked_at WHEN 4 THEN contract_ends_on ELSE '' END,
  folded_name, id, needs, due, hand_over, ending, folded, visit_day, contract_ends_on
FROM (${placed(which)})`;

/** Brings in the sites of a part of the book, as it lies on the disk. */
export const LIST_PART = list('s.rowid > $after AND s.rowid <= $until');
/** Where a part of `$sites` sites after `$after` ends; no row: it reaches to the end of the book. */
export const PART_END = 'SELECT rowid AS number FROM main.site WHERE rowid > $after ORDER BY rowid LIMIT 1 OFFSET $sites - 1';

/** Makes the rows of some sites anew, by the JSON of their ids: first the old ones go. */
export const FORGET_SITES = 'DELETE FROM listed WHERE id IN (SELECT value FROM json_each($ids))';
export const LIST_SITES = list('s.id IN (SELECT value FROM json_each($ids))');
export const DONE_SITES = 'DELETE FROM unlisted WHERE site_id IN (SELECT value FROM json_each($ids))';

/** Notes the sites whose link passed a mark of its clock: renewed after `$after`, at `$until` at the latest. One that is not active needs a person whatever its age. */
export const PASSED = `
INSERT OR IGNORE INTO unlisted
SELECT site_id FROM main.link WHERE condition = 'active' AND renewed_at > $after AND renewed_at <= $until`;

/** Notes the sites that another day makes old: visits of the four days that are, or were, today and tomorrow; contracts of which is spoken from one of the days on, and not on the other. */
export const ANOTHER_DAY = `
INSERT OR IGNORE INTO unlisted
SELECT id FROM listed WHERE visit_day <> '' AND visit_day IN ($today, $tomorrow, $formerToday, $formerTomorrow)
UNION ALL SELECT id FROM listed WHERE contract_ends_on <> '' AND contract_ends_on > $after AND contract_ends_on <= $until`;

/** Notes the sites of all links whose record is known not to open. */
export const CLOSED_SITES = 'INSERT OR IGNORE INTO unlisted SELECT site_id FROM main.link WHERE id IN (SELECT link_id FROM closed_link)';
