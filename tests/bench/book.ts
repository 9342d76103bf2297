import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { dayOf, daysAfter } from '../../electron/contract/calendar.ts';
import { Secret } from '../../electron/oauth/secret.ts';
import { fold } from '../../electron/shell/storage/fold.ts';
import { sealTokens } from '../../electron/shell/storage/link-rows.ts';
import type { Vault } from '../../electron/shell/storage/sealing.ts';
import { Dice } from '../crash/dice.ts';

const DAY = 24 * 60 * 60 * 1000;
const KINDS = ['Maison', 'Villa', 'Cabinet', 'Appartement', 'Mas', 'Gîte', 'Hôtel', 'Résidence', 'Boulangerie', 'Casa', 'Haus', 'Ferme'] as const;
const FAMILIES = ['Dupont', 'Moreau', 'Lefèvre', 'Garnier', 'Rossi', 'Weber', 'Petit', 'Rosier', 'Müller', 'García', 'de Vries', 'Étienne', 'Bianchi', 'Schneider', 'Lambert', 'Fontaine'] as const;
const GIVEN = ['Claire', 'Paul', 'Giulia', 'Anna', 'Luc', 'Sofía', 'Jan', 'Inès', 'Karl', 'Marie'] as const;
const STREETS = ['rue des Lilas', 'avenue Victor Hugo', 'via Roma', 'Lindenweg', 'calle Mayor', 'chemin du Moulin', 'Dorfstraße', 'place de l’Église'] as const;
const TOWNS = ['87000 Limoges', '69003 Lyon', '21100 Varese', '77694 Kehl', '28013 Madrid', '1012 Amsterdam', '33000 Bordeaux'] as const;
const LANGUAGES = ['fr', 'it', 'de', 'en', 'es', 'nl'] as const;
const DEVICES = ['light', 'automation', 'plug', 'meter', 'chronothermostat'] as const;

/** What a book is made of. `seed`: the same book again. */
export interface BookPlan {
  readonly sites: number;
  readonly seed: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
  /** Share of the sites that are linked, four in five unless given. */
  readonly linked?: number;
  /** Links are due at `now`; otherwise none is before a day has passed. */
  readonly due?: boolean;
}

const SITE = `INSERT INTO site (id, name, address, customer_name, customer_language, created_at, folded_name, folded, visit, contract_ends_on, notes, handed_over_at, ended_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const LINK = `INSERT INTO link (id, site_id, generation, linked_at, renewed_at, account_label, account_fingerprint, condition, problem, proof_at, homes_read, sealed, next_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)`;
const HOME = 'INSERT INTO home (link_id, position, id, name, devices, problem) VALUES (?, 0, ?, ?, ?, NULL)';
const HISTORY = 'INSERT INTO history (site_id, at, event, who) VALUES (?, ?, ?, ?)';
const CONSENT = "INSERT INTO consent (site_id, at, agreed, text_version, language, customer_name, company_name, homes) VALUES (?, ?, 1, '1', ?, ?, 'Martin Électricité', '[]')";

/** A random UUID of the dice. */
function identity(dice: Dice): string {
  const hex = Buffer.from(dice.bytes(16)).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** As long as real ones: an access token is a signed text of a good kilobyte, a refresh token is opaque. */
function token(dice: Dice, length: number): Secret {
  return new Secret(createHash('shake256', { outputLength: length }).update(dice.bytes(8)).digest('base64url').slice(0, length));
}

function addSite(db: DatabaseSync, dice: Dice, { now }: BookPlan, number: number): { readonly id: string; readonly createdAt: number; readonly customer: string } {
  const id = identity(dice);
  const family = dice.pick(FAMILIES);
  const [name, customer] = [`${dice.pick(KINDS)} ${family} ${number}`, `${dice.pick(GIVEN)} ${family}`];
  const address = `${dice.whole(1, 199)} ${dice.pick(STREETS)}, ${dice.pick(TOWNS)}`;
  const createdAt = now - dice.whole(1, 900) * DAY;
  const today = dayOf(now);
  const visit = dice.happens(0.02) ? `${daysAfter(today, dice.whole(0, 14))}T${String(dice.whole(7, 18)).padStart(2, '0')}:30` : '';
  const contract = dice.happens(0.3) ? daysAfter(today, dice.whole(-5, 700)) : '';
  const notes = dice.happens(0.35) ? 'Key at the neighbour’s; the meter is behind the garage. '.repeat(dice.whole(1, 6)) : '';
  const [handedOverAt, endedAt] = [dice.happens(0.9) ? createdAt + DAY : null, dice.happens(0.02) ? now - 3 * DAY : null];
  db.prepare(SITE).run(id, name, address, customer, dice.pick(LANGUAGES), createdAt, fold(name), [name, address, customer].map(fold).join('\n'), visit, contract, notes, handedOverAt, endedAt);
  db.prepare(HISTORY).run(id, createdAt, 'created', 'Jean');
  return { id, createdAt, customer };
}

function addLink(db: DatabaseSync, vault: Vault, dice: Dice, { now, due }: BookPlan, site: ReturnType<typeof addSite>): void {
  const id = identity(dice);
  const renewedAt = now - dice.whole(0, dice.happens(0.02) ? 85 : 34) * DAY - dice.whole(0, DAY);
  const generation = dice.whole(1, 30);
  const accountSubject = identity(dice);
  const tokens = { accessToken: token(dice, 1100), accessTokenExpiresAt: renewedAt + 3_600_000, refreshToken: token(dice, 900) };
  const condition = dice.happens(0.004) ? 'relinkRequired' : dice.happens(0.004) ? 'uncertain' : 'active';
  const problem = condition === 'active' ? null : JSON.stringify({ code: condition === 'uncertain' ? 'L-43' : 'L-41' });
  const nextAt = due === true ? now - dice.whole(1, DAY) : condition === 'relinkRequired' ? null : now + dice.whole(1, 30) * DAY;
  db.prepare(LINK).run(id, site.id, generation, site.createdAt, renewedAt, 'c…e@example.com', vault.fingerprint(accountSubject), due === true ? 'active' : condition, due === true ? null : problem, renewedAt, sealTokens(vault, id, generation, { tokens, accountSubject }), nextAt);
  const devices = Array.from({ length: dice.whole(3, 14) }, (_, index) => ({ id: `d${index}`, name: `Room ${index}`, kind: dice.pick(DEVICES) }));
  db.prepare(HOME).run(id, identity(dice), `Home of ${site.customer}`, JSON.stringify(devices));
  db.prepare(CONSENT).run(site.id, site.createdAt, dice.pick(LANGUAGES), site.customer);
  for (let entry = 0; entry < Math.min(generation, 12); entry += 1) db.prepare(HISTORY).run(site.id, renewedAt - entry * 30 * DAY, 'renewed', '');
}

/**
 * Fills the book of a company: sites of its customers as they are, most of them linked, a few in trouble, with visits, contracts, notes,
 * homes, consents and a history. What is sealed is sealed by `vault`. The same plan gives the same book (but for nonces).
 */
export function fillBook(db: DatabaseSync, vault: Vault, plan: BookPlan): void {
  const dice = new Dice(plan.seed);
  db.exec('BEGIN');
  for (let number = 0; number < plan.sites; number += 1) {
    const site = addSite(db, dice, plan, number);
    if (dice.happens(plan.linked ?? 0.8)) addLink(db, vault, dice, plan, site);
  }
  db.exec('COMMIT');
}
