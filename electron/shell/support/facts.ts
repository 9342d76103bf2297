import type { ProblemCode } from '../../contract/problems.ts';
import type { SupportFile } from '../../contract/support.ts';
import { parseAddress } from '../../oauth/endpoints.ts';
import { classifyRedirectUri } from '../../oauth/redirect-uri.ts';
import type { Program } from '../program.ts';
import type { SchemeStatus } from '../scheme.ts';
import type { Events } from './support-file.ts';

/** What the system says of itself, and who gets our return link. */
export interface SystemFacts {
  readonly platform: NodeJS.Platform;
  readonly architecture: string;
  readonly systemVersion: string;
  /** `process.versions`; without Electron's and Chromium's where the program runs without them. */
  readonly versions: { readonly [name: string]: string | undefined };
  readonly packaged: boolean;
  readonly freeBytes: number | null;
  readonly owner: SchemeStatus['kind'];
}

const MEGABYTE = 1_000_000;
const DAY = 86_400_000;
const SYSTEMS: Readonly<Record<string, SupportFile['computer']['system']>> = { win32: 'windows', darwin: 'mac' };
/** Where Legrand's own servers are (spec 1.1, 2.5). */
const LEGRAND_HOST = /(?:^|\.)(?:eliotbylegrand|legrand)\.com$/u;

const code = (problem: { readonly code: ProblemCode } | null | undefined): ProblemCode | null => problem?.code ?? null;

/** A version without what a maker of a system may have added to it. */
const plainVersion = (text: string): string => /^\d[\d.]{0,39}/u.exec(text)?.[0] ?? '0';

function computer({ platform, architecture, systemVersion, freeBytes }: SystemFacts, program: Program): SupportFile['computer'] {
  const { laptopAt, serverAt } = program.ready.readiness.view().lines.find(({ id }) => id === 'clock')?.facts ?? {};
  return {
    system: SYSTEMS[platform] ?? 'linux',
    systemVersion: plainVersion(systemVersion),
    processor: architecture === 'x64' || architecture === 'arm64' ? architecture : 'other',
    timeOffsetMinutes: -new Date(program.clock.now()).getTimezoneOffset(),
    clock: program.clockWitness.standing(),
    clockDifferenceSeconds: laptopAt === undefined || serverAt === undefined ? null : Math.round((laptopAt - serverAt) / 1000),
    freeMegabytes: freeBytes === null ? null : Math.floor(freeBytes / MEGABYTE),
  };
}

function readiness(program: Program): SupportFile['readiness'] {
  const { at, lines } = program.ready.readiness.view();
  return { at: at === null ? null : new Date(at).toISOString(), lines: lines.map(({ id, verdict, problem }) => ({ id, verdict, code: code(problem) })) };
}

function company(program: Program): SupportFile['company'] {
  const { storedProfile, desk } = program.workplace();
  const stored = storedProfile();
  const known = stored.ok ? stored.value : null;
  return {
    set: known !== null,
    legrandHost: LEGRAND_HOST.test(parseAddress(known?.profile.authorizationServer ?? '')?.hostname ?? ''),
    subscriptionKey: (known?.profile.subscriptionKey ?? null) !== null,
    secretAgeDays: known && Math.max(0, Math.floor((program.clock.now() - known.clientSecretSetAt) / DAY)),
    problem: code(stored.ok ? desk?.breaker.problem() : stored.problem),
  };
}

function storage(program: Program): SupportFile['storage'] {
  const { storageProblem, canSave, sites, links } = program.workplace();
  const counts = links?.counts(program.clock.now());
  return {
    problem: code(storageProblem ?? canSave()),
    notices: program.notices().map((notice) => notice.code),
    sites: sites?.list('', 0, 1).total ?? 0,
    links: counts?.links ?? 0, due: counts?.due ?? 0, uncertain: counts?.uncertain ?? 0, refusedOnce: counts?.suspect ?? 0, signInAgain: counts?.relinkRequired ?? 0,
  };
}

function route(program: Program): SupportFile['returnLink']['route'] {
  const target = classifyRedirectUri(program.workplace().profile()?.redirectUri ?? '');
  return target.ok ? target.value.route : null;
}

/** Everything support may know now; see `supportFileSchema`. */
export function supportFacts(program: Program, system: SystemFacts, events: Events): SupportFile {
  const { versions, packaged, owner } = system;
  return {
    format: 'liaison-support-1',
    madeAt: new Date(program.clock.now()).toISOString(),
    program: {
      version: program.version, electron: versions['electron'] ?? null, chrome: versions['chrome'] ?? null, node: plainVersion(versions['node'] ?? '0'), packaged, mode: program.mode(),
    },
    computer: computer(system, program),
    returnLink: { route: route(program), owner },
    readiness: readiness(program),
    company: company(program),
    storage: storage(program),
    ...events,
  };
}
