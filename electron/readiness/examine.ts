import type { ProbeOutcome, ProbeStep } from '../contract/readiness.ts';
import type { CompanyProfile } from '../oauth/company-profile.ts';
import { discoveryRequest } from '../oauth/discovery.ts';
import { isLoopback, parseAddress } from '../oauth/endpoints.ts';
import type { Clock, HttpFailure, HttpOutcome, HttpPort, HttpRequest } from '../oauth/ports.ts';
import { readClock, readDateHeader, type ClockReading } from './clock-check.ts';
import { usableAddresses } from './network-name.ts';
import type { DoctorProbes } from './ports.ts';

/** A host that linking needs. */
export interface NeededHost {
  readonly use: 'signIn' | 'homes';
  readonly host: string;
  readonly port: number;
  readonly origin: string;
}

/** What an examination is made with. `patience`: milliseconds for one read. */
export interface ExamineParts {
  readonly probes: DoctorProbes;
  readonly http: HttpPort;
  readonly clock: Clock;
  readonly patience: number;
}

/** What was tried and found. */
export interface Examination {
  readonly steps: readonly ProbeStep[];
  readonly clock: ClockReading | null;
  readonly proxy: string | null;
  readonly issuer: string | null;
}

/** Small reads of the sign-in server, one after the other. */
const READS = 3;
const HTTPS = 443;
const HTTP = 80;

const failures: Readonly<Record<HttpFailure, ProbeOutcome>> = {
  offline: 'offline', dns: 'notFound', refused: 'refused', proxy: 'password', tls: 'untrusted', timeout: 'timeout', reset: 'reset', redirected: 'otherPlace',
  tooLarge: 'good', stopped: 'other', other: 'other',
};

/** The sign-in server and the homes server; one entry when they are the same. */
export function neededHosts({ authorizationServer, homesServer }: Pick<CompanyProfile, 'authorizationServer' | 'homesServer'>): readonly NeededHost[] {
  const found = ([['signIn', authorizationServer], ['homes', homesServer]] as const).flatMap(([use, address]) => {
    const url = parseAddress(address);
    if (!url) return [];
    const port = Number(url.port) || (url.protocol === 'https:' ? HTTPS : HTTP);
    return [{ use, host: url.hostname, port, origin: url.origin }];
  });
  return found.filter(({ origin }, index) => found.findIndex((other) => other.origin === origin) === index);
}

function outcomeOf(outcome: HttpOutcome): ProbeOutcome {
  if (outcome.kind !== 'answer') return failures[outcome.failure];
  // RFC 6585 §6: only a network answers 511.
  if (outcome.status === 511) return 'signInFirst';
  return outcome.status >= 500 || outcome.status === 429 ? 'serverError' : 'good';
}

/** One examination; steps are kept in the order in which they ended. */
class Examiner {
  readonly steps: ProbeStep[] = [];
  readonly #parts: ExamineParts;
  clock: ClockReading | null = null;

  constructor(parts: ExamineParts) {
    this.#parts = parts;
  }

  async tried(what: ProbeStep['what'], place: Pick<NeededHost, 'host' | 'port'> | null, action: () => Promise<ProbeOutcome>): Promise<ProbeOutcome> {
    const at = this.#parts.clock.now();
    const outcome = await action();
    this.steps.push({ what, host: place?.host ?? null, port: place?.port ?? null, outcome, at, milliseconds: Math.max(0, this.#parts.clock.now() - at) });
    return outcome;
  }

  async read(place: NeededHost, request: HttpRequest): Promise<ProbeOutcome> {
    const { http, clock, patience } = this.#parts;
    return this.tried('read', place, async () => {
      const sentAt = clock.now();
      let cancel = (): void => undefined;
      const late = new Promise<HttpOutcome>((resolve) => {
        cancel = clock.after(patience, () => resolve({ kind: 'unknown', failure: 'timeout' }));
      });
      const outcome = await Promise.race([http.send(request), late]);
      cancel();
      if (outcome.kind === 'answer') this.clock ??= readClock(sentAt, clock.now(), readDateHeader(outcome.headers['date']));
      return outcomeOf(outcome);
    });
  }

  /** Three reads tell a weak connection; where the first gets no answer the others would not either. */
  async readSignIn(place: NeededHost, profile: CompanyProfile): Promise<void> {
    for (let count = 0; count < READS; count += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a sign-in asks
      const outcome = await this.read(place, discoveryRequest(profile));
      if (count === 0 && outcome !== 'good' && outcome !== 'serverError') return;
    }
  }

  async plain(place: NeededHost): Promise<void> {
    const { probes, clock } = this.#parts;
    // Practice and tests have no protected page: their plain one is at the same port.
    const port = place.origin.startsWith('https:') ? HTTP : place.port;
    await this.tried('plain', { host: place.host, port }, async () => {
      const sentAt = clock.now();
      const { outcome, serverAt } = await probes.plain(place.host, port);
      this.clock ??= readClock(sentAt, clock.now(), serverAt);
      return outcome;
    });
  }

  async direct(place: NeededHost): Promise<string | null> {
    const { probes } = this.#parts;
    if ((await this.tried('lookup', place, async () => probes.lookup(place.host))) !== 'good') return null;
    const connected = await this.tried('connect', place, async () => probes.connect(place.host, place.port));
    if (connected !== 'good' || !place.origin.startsWith('https:')) return null;
    const issuer = await probes.issuerOf(place.host, place.port);
    await this.tried('certificate', place, async () => (issuer === null ? 'none' : 'good'));
    return issuer;
  }
}

async function throughProxy(examiner: Examiner, { probes }: ExamineParts, proxy: string, place: NeededHost): Promise<void> {
  await examiner.tried('proxy', place, async () => probes.askProxy(proxy, place.host, place.port));
}

function isConnected({ probes }: ExamineParts, hosts: readonly NeededHost[]): ProbeOutcome {
  if (hosts.every(({ origin }) => isLoopback(origin))) return 'good';
  if (usableAddresses(probes.addresses()).length === 0) return 'none';
  return probes.isOnline() ? 'good' : 'offline';
}

async function rootOf(examiner: Examiner, place: NeededHost): Promise<void> {
  await examiner.read(place, { method: 'GET', url: `${place.origin}/`, headers: { accept: '*/*' }, body: null, kind: 'read' });
}

/**
 * Looks at the way to the company's hosts, all at once: interfaces, proxy, name, connection, certificate, the unencrypted page, and small reads over
 * Chromium's stack. Only those hosts are asked, so that nobody else learns where the electrician is.
 */
export async function examine(parts: ExamineParts, profile: CompanyProfile): Promise<Examination> {
  const hosts = neededHosts(profile);
  const examiner = new Examiner(parts);
  const connected = await examiner.tried('interfaces', null, async () => isConnected(parts, hosts));
  if (connected !== 'good') return { steps: examiner.steps, clock: null, proxy: null, issuer: null };
  const proxies = await Promise.all(hosts.map(async ({ origin }) => parts.probes.proxyFor(origin)));
  const issuers: (string | null)[] = [];
  const looks = hosts.map(async (place, index) => {
    const proxy = proxies[index] ?? null;
    const way = proxy === null ? examiner.direct(place).then((issuer) => void issuers.push(issuer)) : throughProxy(examiner, parts, proxy, place);
    const read = place.use === 'signIn' ? examiner.readSignIn(place, profile) : rootOf(examiner, place);
    const plain = place.use === 'signIn' && proxy === null ? examiner.plain(place) : null;
    await Promise.all([way, read, plain]);
  });
  await Promise.all(looks);
  return { steps: examiner.steps, clock: examiner.clock, proxy: proxies.find((proxy) => proxy !== null) ?? null, issuer: issuers.find((issuer) => issuer !== null) ?? null };
}
