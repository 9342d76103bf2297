import type { PracticeCustomer } from './customers.ts';
import { json, type Call, type Reply } from './http.ts';
import { customerOf, type Room } from './room.ts';

const error = (statusCode: number, message: string): Reply => json(statusCode, { statusCode, message });

/** The customer whose access token was sent; the answer to give when token or subscription key is refused. */
function caller(room: Room, { authorization, subscriptionKey }: Call): PracticeCustomer | Reply {
  if (subscriptionKey !== room.options.subscriptionKey) return error(401, 'Access denied due to invalid subscription key.');
  const bearer = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '';
  const subject = room.accessTokens.subjectOf(bearer, room.options.clock.now());
  return (subject !== null && customerOf(room, subject)) || error(401, 'Access token is missing or invalid.');
}

const isReply = (value: PracticeCustomer | Reply): value is Reply => 'status' in value;

/** GET /smarther/v2.0/plants: the homes of the account; 204 when it has none (spec 2.5). */
export function plants(room: Room, call: Call): Reply {
  const plan = room.plan().homes;
  const customer = caller(room, call);
  if (plan.every) return plan.every;
  if (isReply(customer)) return customer;
  if (plan.list) return plan.list;
  const homes = plan.firstIsGone ? customer.homes.slice(1) : customer.homes;
  if (homes.length === 0) return { status: 204, headers: {}, body: '', delivery: 'whole' };
  return json(200, { plants: homes.map(({ id, name }) => ({ id, name, type: 'residential' })) });
}

/** GET /smarther/v2.0/plants/{id}/topology: the devices of one home. */
export function topology(room: Room, call: Call): Reply {
  const plan = room.plan().homes;
  const customer = caller(room, call);
  if (plan.every) return plan.every;
  if (isReply(customer)) return customer;
  const home = customer.homes.find(({ id }) => id === call.path.split('/')[4]);
  if (!home) return error(404, 'Plant not found.');
  if (plan.lastHome && home === customer.homes.at(-1)) return plan.lastHome;
  const modules = home.devices.map(({ id, name, device }) => ({ device, name, id, capabilities: [] }));
  return json(200, { plant: { id: home.id, name: home.name, modules } });
}
