import { z } from 'zod';
import { problemSchema } from './problems.ts';

/** Milliseconds since 1970-01-01 UTC. */
const instant = z.number().int().nonnegative();
const milliseconds = z.number().int().nonnegative();
const text = (maximum: number): z.ZodString => z.string().max(maximum);
const port = z.number().int().min(0).max(65_535);

/** What Ready for site looks at, in the order in which it is shown. */
export const readyLineIds = ['credentials', 'network', 'clock', 'returnLink', 'browser', 'storage', 'keyStore', 'disk', 'battery'] as const;
/** One of them. */
export type ReadyLineId = (typeof readyLineIds)[number];

export const readyFactsSchema = z.strictObject({
  /** What the laptop's clock said, and the server's at the same moment. */
  laptopAt: instant.optional(),
  serverAt: instant.optional(),
  /** The laptop's, for example `Europe/Paris`. */
  timeZone: text(60).optional(),
  /** Of the battery, 0 to 100. */
  percent: z.number().int().min(0).max(100).optional(),
  charging: z.boolean().optional(),
  freeBytes: z.number().nonnegative().optional(),
  /** Of the browser that has a private window. */
  browser: text(80).optional(),
  /** When the way back was proven by a real return, and whether the program was closed meanwhile. */
  provenAt: instant.optional(),
  cold: z.boolean().optional(),
  /** The server is there but says nothing of this company. */
  silent: z.boolean().optional(),
});
/** What was found, besides the verdict. */
export type ReadyFacts = z.infer<typeof readyFactsSchema>;

export const readyLineSchema = z.strictObject({
  id: z.enum(readyLineIds),
  /** `notTested`: only a person can start this test. */
  verdict: z.enum(['ok', 'problem', 'cannotCheck', 'notTested']),
  problem: problemSchema.nullable(),
  facts: readyFactsSchema,
});
/** One thing that was looked at. `cannotCheck` with a problem: that stands in the way of looking. */
export type ReadyLine = z.infer<typeof readyLineSchema>;

export const loopViewSchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('none') }),
  z.strictObject({ step: z.literal('waiting'), deadline: instant, cold: z.boolean() }),
  z.strictObject({ step: z.literal('returned'), at: instant, cold: z.boolean() }),
  z.strictObject({ step: z.literal('missing'), at: instant, cold: z.boolean(), problem: problemSchema }),
]);
/** The test of the way back: a page in the browser that returns to the program. `cold`: the program is closed meanwhile. */
export type LoopView = z.infer<typeof loopViewSchema>;

export const readinessViewSchema = z.strictObject({
  running: z.boolean(),
  /** When it was checked last; null: never. */
  at: instant.nullable(),
  /** On which network, in words for a person; null: none, or never checked. */
  network: text(160).nullable(),
  /** Why the stamp counts less: it is older than a day, or this is another network. */
  stale: z.enum(['day', 'network']).nullable(),
  /** `almost`: only the way back is not proven yet. `unsure`: something could not be checked, nothing is wrong. */
  overall: z.enum(['never', 'ready', 'almost', 'unsure', 'notReady']),
  lines: z.array(readyLineSchema),
  loop: loopViewSchema,
  /** Whether the way back can be tested with the program closed: only where the system starts it for a return. */
  coldPossible: z.boolean(),
});
/** Ready for site: the last check with its date, and the test of the way back. */
export type ReadinessView = z.infer<typeof readinessViewSchema>;

export const batterySchema = z.strictObject({ level: z.number().min(0).max(1), charging: z.boolean() });
/** The battery as the window sees it; `level` from 0 to 1. */
export type Battery = z.infer<typeof batterySchema>;

/** What Network doctor tries. `plain`: the unencrypted page of the sign-in server, where guest networks show their own. */
export const probeNames = ['interfaces', 'proxy', 'lookup', 'connect', 'certificate', 'plain', 'read'] as const;
/** What may come of it. */
export const probeOutcomes = [
  'good', 'none', 'offline', 'notFound', 'refused', 'unreachable', 'timeout', 'reset', 'untrusted', 'otherPage', 'otherPlace', 'signInFirst', 'password', 'blocked', 'gone',
  'serverError', 'other',
] as const;
/** One of them. */
export type ProbeOutcome = (typeof probeOutcomes)[number];

export const probeStepSchema = z.strictObject({
  what: z.enum(probeNames),
  host: text(253).nullable(),
  port: port.nullable(),
  outcome: z.enum(probeOutcomes),
  at: instant,
  milliseconds,
});
/** One thing that was tried. */
export type ProbeStep = z.infer<typeof probeStepSchema>;

export const browserAnswerSchema = z.enum(['legrandOpens', 'othersOpen', 'nothingOpens']);
/** What the person sees in the browser on the same laptop. */
export type BrowserAnswer = z.infer<typeof browserAnswerSchema>;

export const doctorReportSchema = z.strictObject({
  at: instant,
  network: text(160).nullable(),
  /** Null: everything that is needed is reached. */
  problem: problemSchema.nullable(),
  /** The laptop alone cannot tell: what the browser shows decides. */
  asksPerson: z.boolean(),
  answer: browserAnswerSchema.nullable(),
  steps: z.array(probeStepSchema).max(60),
  /** Host and port of the proxy on the way; null: none. */
  proxy: text(300).nullable(),
  /** Who vouched for the certificate that was shown, as the certificate says. */
  issuer: text(200).nullable(),
  /** What a network must let through. */
  hosts: z.array(z.strictObject({ host: text(253), port, use: z.enum(['signIn', 'homes']) })),
});
/** What Network doctor found. */
export type DoctorReport = z.infer<typeof doctorReportSchema>;
