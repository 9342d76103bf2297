import { z } from 'zod';
import { appLanguages, customerLanguages } from './languages.ts';
import { browserWindowSchema } from './browsers.ts';
import { consentSchema } from './consent.ts';
import { problemSchema } from './problems.ts';
import { secretReminderSchema } from './secret-reminder.ts';
import { settingsSchema } from './settings.ts';
import { visitFactsSchema } from './visit-facts.ts';

/** Milliseconds since 1970-01-01 UTC. */
const instant = z.number().int().nonnegative();
const text = (maximum: number): z.ZodString => z.string().max(maximum);

export { appLanguages, customerLanguages } from './languages.ts';

export const switchSchema = z.enum(['auto', 'on', 'off']);
/** `auto` lets the program decide from what the server says of itself. */
export type Switch = z.infer<typeof switchSchema>;

export const routeSchema = z.enum(['scheme', 'bounce', 'loopback']);
/** How the browser comes back; the shape of the redirect URI decides. Pasting the address is always possible besides. */
export type ReturnRoute = z.infer<typeof routeSchema>;

export const startViewSchema = z.strictObject({
  mode: z.enum(['practice', 'real']),
  firstStartDone: z.boolean(),
  language: z.enum(appLanguages),
  companyName: text(200).nullable(),
  /** Who works with this laptop; '' when nobody gave a name. */
  personName: text(200),
  settings: settingsSchema,
  version: text(40),
  platform: z.enum(['windows', 'mac', 'linux']),
  /** Set when links cannot be protected, opened or saved now (L-60, L-61, L-62, L-35): no sign-in is started. */
  storageProblem: problemSchema.nullable(),
  /** Things the person must know once, for example a damaged file that was set aside (L-63) or a return nobody waited for (L-14). */
  notices: z.array(problemSchema),
  /** The company's credentials are the suspect (L-02, L-08, L-16): no link is presented but one probe each 15 minutes. */
  companyProblem: problemSchema.nullable(),
  /** The company's secret grows old and nobody has put this reminder away yet. */
  secretReminder: secretReminderSchema.nullable(),
  /** Where the window begins, when not at the sites: a test of the way back closed the program. */
  openAt: z.literal('ready').optional(),
});
export type StartView = z.infer<typeof startViewSchema>;

export const profileTestSchema = z.strictObject({
  at: instant,
  /** `answered`: discovery answered for this client id. `silent`: the server is there but has no discovery for it. `failed`: see `problem`. */
  verdict: z.enum(['answered', 'silent', 'failed']),
  problem: problemSchema.nullable(),
  pkce: z.boolean().nullable(),
  signOut: z.boolean().nullable(),
});
export type ProfileTest = z.infer<typeof profileTestSchema>;

export const profileViewSchema = z.strictObject({
  source: z.enum(['none', 'practice', 'company']),
  authorizationServer: text(2000),
  clientId: text(200),
  redirectUri: text(2000),
  route: routeSchema.nullable(),
  hasClientSecret: z.boolean(),
  clientSecretSetAt: instant.nullable(),
  hasSubscriptionKey: z.boolean(),
  homesServer: text(2000),
  pkce: switchSchema,
  prompt: switchSchema,
  tokenRedirectUri: switchSchema,
  lastTest: profileTestSchema.nullable(),
});
/** The company's credentials as the window may know them: never the secret, never the subscription key. */
export type ProfileView = z.infer<typeof profileViewSchema>;

export const linkStateSchema = z.enum(['notLinked', 'linked', 'linkedHomesUnreadable', 'uncertain', 'signInAgain', 'unreadable', 'locked']);
/**
 * `uncertain`: an answer was lost in a renewal, or a refusal is not confirmed yet. `unreadable`: the stored record does not open and was
 * set aside. `locked`: there is a link, but the key store does not open it now.
 */
export type LinkState = z.infer<typeof linkStateSchema>;

export const homeViewSchema = z.strictObject({
  shortId: text(12),
  name: text(200).nullable(),
  deviceCount: z.number().int().nonnegative().nullable(),
  deviceNames: z.array(text(200)),
  problem: problemSchema.nullable(),
});
/** One home. `deviceCount` null: its devices could not be read, see `problem`. */
export type HomeView = z.infer<typeof homeViewSchema>;

export const linkViewSchema = z.strictObject({
  state: linkStateSchema,
  linkedAt: instant,
  renewedAt: instant,
  /** When Legrand ends the link if it is not used before: last renewal + 90 days. */
  endsAt: instant,
  account: text(200),
  /** What the last real read proved, and when. Null: nothing was ever read. */
  proof: z.strictObject({ at: instant, homes: z.array(homeViewSchema) }).nullable(),
  /** Why the last check or renewal failed, if it did. */
  problem: problemSchema.nullable(),
  /** When the program presents the link next by itself; null: never. */
  nextAt: instant.nullable(),
});
export type LinkView = z.infer<typeof linkViewSchema>;

export const siteFormSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  address: z.string().trim().max(300),
  customerName: z.string().trim().max(200),
  customerLanguage: z.enum(customerLanguages),
});
export type SiteForm = z.infer<typeof siteFormSchema>;

/** What a site's history can tell. `linkEnded`: Legrand refuses it for good. `unlinked`: a person ended it here. */
export const historyEvents = ['created', 'consentGiven', 'consentRefused', 'linked', 'linkedAgain', 'proven', 'renewed', 'linkUncertain', 'linkEnded', 'unlinked', 'signInStopped', 'photoAdded', 'photoDeleted', 'checklistCompleted', 'documentSaved', 'handedOver', 'contractEnded', 'contractReopened', 'takenOver'] as const;

export const siteViewSchema = siteFormSchema.extend({
  ...visitFactsSchema.shape,
  id: text(64),
  createdAt: instant,
  link: linkViewSchema.nullable(),
  /** `who`: the person who did it; left out where the program did it by itself, or nobody gave a name. */
  history: z.array(z.strictObject({ at: instant, event: z.enum(historyEvents), who: text(200).optional() })),
  /** The newest yes of the customer; null: never given here. */
  consent: consentSchema.nullable(),
});
export type SiteView = z.infer<typeof siteViewSchema>;

export const siteRowSchema = z.strictObject({
  id: text(64),
  name: text(200),
  address: text(300),
  state: linkStateSchema,
  /** When the state was last proven; null when it never was. */
  provenAt: instant.nullable(),
  endsAt: instant.nullable(),
});
export type SiteRow = z.infer<typeof siteRowSchema>;

export const renewalOutcomeSchema = z.enum(['renewed', 'uncertain', 'refused', 'ended', 'notSent', 'failed']);
/**
 * What became of one link in a round. `uncertain`: its answer was lost. `refused`: refused, to be confirmed. `ended`: the customer must
 * sign in again. `notSent`: nothing left this laptop. `failed`: see the problem; the link is as it was.
 */
export type RenewalOutcome = z.infer<typeof renewalOutcomeSchema>;

export const renewalResultSchema = z.strictObject({
  siteId: text(64),
  siteName: text(200),
  outcome: renewalOutcomeSchema,
  problem: problemSchema.nullable(),
  at: instant,
});
export type RenewalResult = z.infer<typeof renewalResultSchema>;

export const renewalsViewSchema = z.strictObject({
  /** `waiting`: the round goes on by itself when `reason` is gone (no network, company credentials). `paused`: by a person. */
  round: z.enum(['idle', 'running', 'paused', 'waiting', 'done']),
  reason: problemSchema.nullable(),
  total: z.number().int().nonnegative(),
  done: z.number().int().nonnegative(),
  /** Newest first, at most 200. */
  results: z.array(renewalResultSchema),
  counts: z.strictObject({
    links: z.number().int().nonnegative(),
    /** Want attention now: keep-alive due, uncertain, or to be confirmed. */
    due: z.number().int().nonnegative(),
    uncertain: z.number().int().nonnegative(),
    suspect: z.number().int().nonnegative(),
    relinkRequired: z.number().int().nonnegative(),
  }),
  /** When the program presents the next link by itself; null: there is none. */
  nextAt: instant.nullable(),
  companyProblem: problemSchema.nullable(),
  /** `waitingForApproval`: switched on here, but macOS starts nothing at login before the person has allowed it in its settings. */
  background: z.enum(['unsupported', 'off', 'on', 'waitingForApproval']),
});
/** The Renewals screen: the round a person asked for, and what the keep-alive has before it. */
export type RenewalsView = z.infer<typeof renewalsViewSchema>;

export const checkViewSchema = z.strictObject({
  lines: z.array(
    z.strictObject({
      id: z.enum(['credentials', 'storage', 'returnRoute', 'signInAddress', 'clock', 'battery', 'disk']),
      verdict: z.enum(['ok', 'problem', 'cannotCheck']),
      problem: problemSchema.nullable(),
    }),
  ),
  canStart: z.boolean(),
});
export type CheckView = z.infer<typeof checkViewSchema>;

const running = { id: text(64), siteId: text(64), siteName: text(200) };

export const attemptViewSchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('idle') }),
  z.strictObject({ step: z.literal('preparing'), ...running }),
  /** A window that may remember somebody: first a person sees to it that nobody is signed in there. */
  z.strictObject({
    step: z.literal('signingOut'),
    ...running,
    window: browserWindowSchema,
    /** Legrand's sign-out page was opened there; false: there is none to open. */
    canSignOut: z.boolean(),
  }),
  z.strictObject({
    step: z.literal('waiting'),
    ...running,
    route: routeSchema,
    openedAt: instant,
    deadline: instant,
    /** The last return that was refused while waiting (L-13, L-84); the sign-in itself goes on. */
    refused: problemSchema.nullable(),
    /** Where the page was opened. */
    window: browserWindowSchema,
    /** The browser has not opened the page (L-33). */
    isMissing: z.boolean(),
  }),
  z.strictObject({ step: z.literal('exchanging'), ...running }),
  z.strictObject({ step: z.literal('readingHomes'), ...running }),
  z.strictObject({
    step: z.literal('confirming'),
    ...running,
    account: text(200),
    /** Null: without a subscription key homes cannot be read. */
    homes: z.array(homeViewSchema).nullable(),
    /** Why homes could not be read though a key is there (L-26, L-46, L-49 …). */
    problem: problemSchema.nullable(),
    /** Why it is doubtful whose account this is (L-27): too fast to have typed, a private window used before, a normal window. */
    doubt: z.enum(['fast', 'reused', 'normalWindow']).nullable(),
  }),
  z.strictObject({ step: z.literal('storing'), ...running }),
  z.strictObject({
    step: z.literal('stored'),
    ...running,
    canSignOut: z.boolean(),
    /** Nobody has answered yet whether links may be renewed in the background; ask it once, after the first link. */
    askBackground: z.boolean(),
  }),
  z.strictObject({ step: z.literal('ended'), ...running, problem: problemSchema.nullable() }),
]);
/** The one sign-in attempt as the window may know it: no state, no code, no token, no address with any of them. `ended` with problem null: the person stopped. */
export type AttemptView = z.infer<typeof attemptViewSchema>;
