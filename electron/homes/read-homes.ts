import type { Problem } from '../contract/problems.ts';
import type { CompanyProfile } from '../oauth/company-profile.ts';
import { problemFromHttpFailure, problemFromStatus } from '../oauth/errors.ts';
import { percentEncode } from '../oauth/form.ts';
import type { HttpOutcome, HttpPort } from '../oauth/ports.ts';
import { retryAfterSeconds } from '../oauth/retry-after.ts';
import type { Secret } from '../oauth/secret.ts';
import type { Home, HomesOutcome } from './home.ts';
import { plantsIn, topologyIn } from './plants.ts';
import type { Plant } from './plants.ts';

const PARALLEL_READS = 4;
/** 500 calls a day per customer (spec 2.5): an account with more homes than this is not read to its end. */
export const MOST_HOMES_READ = 50;

/** Asks the homes service for one path. */
type Ask = (path: string) => Promise<HttpOutcome>;

/** What one body gave. */
type Reading<Value> = { readonly value: Value } | { readonly problem: Problem };

/**
 * Reads every home of the account: one call, plus one for each home, at most four at a time, nothing repeated (spec 2.5).
 * A home whose devices cannot be read does not hide the others. Never throws; network and status problems are values.
 */
export async function readHomes(http: HttpPort, profile: CompanyProfile, accessToken: Secret): Promise<HomesOutcome> {
  const key = profile.subscriptionKey;
  if (key === null) return { kind: 'noKey' };
  if (!fitsHeader(accessToken)) return { kind: 'problem', problem: { code: 'L-45', reason: 'accessToken' } };
  const headers = { authorization: `Bearer ${accessToken.reveal()}`, 'ocp-apim-subscription-key': key.reveal(), accept: 'application/json' };
  const ask: Ask = async (path) => http.send({ method: 'GET', url: `${profile.homesServer}${path}`, headers, body: null, kind: 'read' });
  const plants = read(await ask('/smarther/v2.0/plants'), plantsIn, []);
  if ('value' in plants) return { kind: 'homes', homes: await readTopologies(ask, plants.value) };
  return { kind: plants.problem.httpStatus === 401 ? 'unauthorized' : 'problem', problem: plants.problem };
}

/** A header must not be broken by what came from outside (RFC 9110 §5.5). */
function fitsHeader(token: Secret): boolean {
  return /^[\x21-\x7e]+$/.test(token.reveal());
}

async function readTopologies(ask: Ask, plants: readonly Plant[]): Promise<readonly Home[]> {
  const homes: Home[] = plants.map((plant) => ({ ...plant, devices: null, problem: { code: 'L-44', reason: 'tooManyHomes' } }));
  const waiting = plants.slice(0, MOST_HOMES_READ).entries();
  let refusal: Problem | null = null;
  const work = async (): Promise<void> => {
    const next = waiting.next();
    if (next.done) return;
    const [index, plant] = next.value;
    const home = refusal ? { ...plant, devices: null, problem: refusal } : await readHome(ask, plant);
    homes[index] = home;
    // Once told to slow down, asking for the other homes would only cost more of the customer's quota.
    if (home.problem?.httpStatus === 429) refusal = home.problem;
    await work();
  };
  await Promise.all(Array.from({ length: PARALLEL_READS }, work));
  return homes;
}

async function readHome(ask: Ask, plant: Plant): Promise<Home> {
  if (/^\.{1,2}$/.test(plant.id)) return { ...plant, devices: null, problem: { code: 'L-45', reason: 'homeId' } };
  const topology = read(await ask(`/smarther/v2.0/plants/${percentEncode(plant.id)}/topology`), topologyIn, { name: null, devices: [] });
  if ('problem' in topology) return { ...plant, devices: null, problem: topology.problem };
  const { name, devices } = topology.value;
  return { id: plant.id, name: plant.name ?? name, devices, problem: null };
}

/** 204 is an answer: there is nothing, and that is no error (spec 2.5). */
function read<Value>(outcome: HttpOutcome, parse: (body: string) => Value | null, nothing: Value): Reading<Value> {
  if (outcome.kind !== 'answer') return { problem: problemFromHttpFailure(outcome.failure) };
  if (outcome.status === 204) return { value: nothing };
  if (outcome.status !== 200) return { problem: statusProblem(outcome.status, outcome.headers) };
  const value = parse(outcome.body);
  return value === null ? { problem: { code: 'L-45', httpStatus: outcome.status } } : { value };
}

function statusProblem(httpStatus: number, headers: Readonly<Record<string, string>>): Problem {
  if (httpStatus === 401 || httpStatus === 403) return { code: 'L-46', httpStatus };
  if (httpStatus === 469) return { code: 'L-49', reason: 'password', httpStatus };
  if (httpStatus === 470) return { code: 'L-49', reason: 'terms', httpStatus };
  if (httpStatus >= 500) return { code: 'L-09', httpStatus };
  const pause = httpStatus === 429 ? retryAfterSeconds(headers, null) : null;
  return { ...problemFromStatus(httpStatus), ...(pause === null ? {} : { retryAfterSeconds: pause }) };
}
