import { MINUTE } from '../../unit/links/fakes.ts';
import type { Player } from './commands.ts';
import type { World } from './world.ts';

const HOUR = 60 * MINUTE;
/** With so many lost answers in a row the next presentation is minutes away: the ten minutes of grace may end before. */
const PATIENT = 4;

interface Hope {
  readonly linkId: string;
  readonly token: string;
  readonly isSavable: boolean;
}

/** What a perfect client could still save now: the newest token it knows is one the server takes. */
function hopeFor(world: World, linkId: string, restarts: boolean): Hope {
  const token = (restarts ? undefined : world.received.get(linkId)) ?? world.disk.tokenOf(linkId) ?? '';
  const link = world.disk.find(linkId);
  const soon = world.server.accepts(token, world.time.now + 2 * MINUTE) || world.server.rotation !== 'grace';
  const isPatient = !restarts && world.server.rotation === 'grace' && (link?.tries ?? 0) >= PATIENT;
  // Nobody knows that an old disk image came back, so nobody hurries to present its token within a server's grace.
  const isUnaware = world.server.rotation === 'grace' && world.causes.get(world.server.familyOf(token)) === 'restored';
  const isOver = isUnaware || link?.condition === 'relinkRequired' || world.disk.damaged.has(linkId);
  return { linkId, token, isSavable: world.server.accepts(token, world.time.now) && soon && !isPatient && !isOver };
}

function judgeLost(world: World, { linkId, token }: Hope, others: readonly string[]): void {
  const { disk, server } = world;
  const link = disk.find(linkId);
  const family = server.familyOf(token);
  if (!link || disk.damaged.has(linkId)) return;
  const isWell = server.accepts(disk.tokenOf(linkId) ?? '', world.time.now);
  // Better than hoped: an answer that was on its way has brought a newer token.
  if (isWell && link.condition === 'active') return;
  if (!server.isRevoked(family) && !world.causes.has(family) && world.disk.tokenOf(linkId) === token && !server.accepts(token, world.time.now)) {
    const isOld = world.time.now - (world.disk.rows.get(linkId)?.link.renewedAt ?? 0) > 85 * 24 * HOUR || world.time.error !== 0;
    if (!isOld) world.violate(`${linkId} was lost and nobody knows why`);
  }
  // With an open breaker the program says that it cannot know.
  if (link.condition === 'active' && world.isBreakerClosed()) world.violate(`${linkId} is lost and says active`);
  const proven = others.some((id) => disk.find(id)?.condition === 'active');
  if (proven && link.condition !== 'relinkRequired' && link.condition !== 'suspect') world.violate(`${linkId} is lost and says ${link.condition}`);
}

function judgeSaved(world: World, { linkId, token }: Hope): void {
  const { disk, server } = world;
  const link = disk.find(linkId);
  const onDisk = disk.tokenOf(linkId) ?? '';
  if (!link) return world.violate(`${linkId}: the row is gone`);
  if (link.condition !== 'active') world.violate(`${linkId} could be saved (${token}) and is ${link.condition}, ${link.problem?.code}`);
  if (!server.accepts(onDisk, world.time.now)) world.violate(`${linkId} holds ${onDisk}, which the server does not take`);
  if (disk.pending.has(linkId)) world.violate(`${linkId} still has an attempt row`);
}

/** Nothing is planned for the next hours any more: every link is well, over, or cannot be opened. */
function isSettled({ disk, time }: World, linkIds: Iterable<string>): boolean {
  return [...linkIds].every((id) => {
    const link = disk.find(id);
    const isWell = link?.condition === 'active' && !disk.pending.has(id) && (link.nextAt ?? 0) > time.shown() + HOUR;
    return isWell || link?.condition === 'relinkRequired' || link?.condition === 'quarantined';
  });
}

/** Everything is well from now on: what can be saved must be saved, what is lost must say so and have a reason. */
export async function finale(player: Player, restarts: boolean): Promise<void> {
  const { world } = player;
  const wasQuitting = world.process.isQuitting;
  // What is on its way arrives first, so that it is known what there is to hope for.
  for (let second = 0; second < 10 && world.open.size > 0 && world.process.isAlive; second += 1) await player.run(500);
  const hopes = [...world.disk.rows.keys()].map((linkId) => hopeFor(world, linkId, restarts || wasQuitting || !world.process.isAlive));
  await player.recover(restarts);
  // Nobody can know of a customer who took the access back, or of an old disk image, before the link is asked.
  for (const { linkId, isSavable } of hopes) if (!isSavable && world.disk.find(linkId)?.condition === 'active') void world.renew(linkId);
  await player.run(5000);
  // Answers that were lost many times in a row are asked for every six hours; what is lost for good says so much sooner.
  const savable = hopes.filter(({ isSavable }) => isSavable).map(({ linkId }) => linkId);
  for (let passed = 0; passed < 9 * HOUR && !isSettled(world, passed < 2 * HOUR ? world.disk.rows.keys() : savable); passed += 20 * MINUTE) await player.run(20 * MINUTE);
  const ids = hopes.map(({ linkId }) => linkId);
  for (const hope of hopes) {
    if (!hope.isSavable) judgeLost(world, hope, ids.filter((id) => id !== hope.linkId));
    else judgeSaved(world, hope);
  }
}
