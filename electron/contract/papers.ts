import { z } from 'zod';
import { clockStandings } from './consent.ts';
import { customerLanguages } from './languages.ts';
import { calendarDaySchema } from './visit-facts.ts';

/** Milliseconds since 1970-01-01 UTC. */
const instant = z.number().int().nonnegative();
const count = z.number().int().nonnegative();
const text = (maximum: number): z.ZodString => z.string().max(maximum);
const name = text(200);

/** What every paper begins with. No e-mail address stands in it as a whole. */
const head = {
  /** The customer's language, in which the paper is written. */
  language: z.enum(customerLanguages),
  madeAt: instant,
  /** Nothing on the paper is real. */
  practice: z.boolean(),
  /** `phone` '': the paper has a line to write it on. */
  company: z.strictObject({ name, phone: text(60) }),
  site: z.strictObject({ name, address: text(300), customer: name }),
};

export const homeOnPaperSchema = z.strictObject({ name: name.nullable(), shortId: text(12), deviceCount: count.nullable(), deviceNames: z.array(name) });
/** A home as the last real read showed it; `deviceCount` null: its devices could not be read. */
export type HomeOnPaper = z.infer<typeof homeOnPaperSchema>;

const readingSchema = z.strictObject({ at: instant, homes: z.array(homeOnPaperSchema) });
/** What a real read showed, and when. */
export type Reading = z.infer<typeof readingSchema>;

const linkParts = { account: name, since: instant };

export const linkOnPaperSchema = z.discriminatedUnion('standing', [
  z.strictObject({ standing: z.literal('none') }),
  z.strictObject({ standing: z.literal('proven'), ...linkParts, reading: readingSchema }),
  /** The customer signed in; no home was ever read, so nothing is proven. */
  z.strictObject({ standing: z.literal('homesUnread'), ...linkParts }),
  /** Nobody can say now whether it works: an answer was lost, its 90 days are over, or this laptop cannot open it. */
  z.strictObject({ standing: z.literal('uncertain'), ...linkParts, reading: readingSchema.nullable() }),
  /** Legrand refuses it for good. */
  z.strictObject({ standing: z.literal('ended'), ...linkParts, reading: readingSchema.nullable() }),
]);
/** What a paper says of the link. "Linked" is said for `proven` alone. */
export type LinkOnPaper = z.infer<typeof linkOnPaperSchema>;

export const checkVerdicts = ['passed', 'failed', 'notApplicable', 'open'] as const;

export const checkOnPaperSchema = z.strictObject({
  /** The key of an item that the program brings along: its words, the criterion too, are those of the paper's language where `title` is ''. */
  item: text(64),
  title: name,
  criterion: text(500),
  verdict: z.enum(checkVerdicts),
  /** Why it failed; '' else. */
  remark: text(500),
  at: instant.nullable(),
});
/** One line of the checklist. */
export type CheckOnPaper = z.infer<typeof checkOnPaperSchema>;

const consentOnPaperSchema = z.strictObject({
  at: instant, textVersion: text(20), language: z.enum(customerLanguages), clock: z.enum(clockStandings), customer: name, company: name,
  /** Names of the homes that were seen, or the end of their id; null: none was seen with it. */
  homes: z.array(name).nullable(),
});

export const handoverDocumentSchema = z.strictObject({
  ...head,
  link: linkOnPaperSchema,
  consent: consentOnPaperSchema.nullable(),
  contractEndsOn: calendarDaySchema,
  checklist: z.array(checkOnPaperSchema),
  photos: count,
});
/** The hand-over pack as data; the window writes it in the customer's language. */
export type HandoverDocument = z.infer<typeof handoverDocumentSchema>;

export const customerLetterSchema = z.strictObject({
  ...head,
  /** When a person ended the contract here; null: not yet. */
  contractEndedAt: instant.nullable(),
  /** When the link was ended on this laptop; null: there was none, or its end is no longer known. */
  linkEndedAt: instant.nullable(),
  /** Until when Legrand may list the permission: 90 days after the link was ended here at the latest. Null as above. */
  listedUntil: instant.nullable(),
});
/** The letter that says that the link has ended. */
export type CustomerLetter = z.infer<typeof customerLetterSchema>;

const paperSchema = z.enum(['handover', 'letter']);
/** Which paper. */
export type PaperKind = z.infer<typeof paperSchema>;

const siteId = z.strictObject({ siteId: z.string().min(1).max(64) });

/** The calls about papers. The window never says when something happened: main asks its clock. */
export const paperCalls = {
  'papers.handover': { argument: siteId, answer: handoverDocumentSchema },
  /** L-81 while the site still has a link: the letter says that it has none. */
  'papers.letter': { argument: siteId, answer: customerLetterSchema },
  /** The company's number, as it stands on papers; '' for none. */
  'papers.setPhone': { argument: z.strictObject({ phone: z.string().trim().max(60) }), answer: z.null() },
  /** Saves what the window shows for printing as a PDF where the person chooses. The answer is the file's name without its folder; null: the dialog was closed. L-70. */
  'papers.save': { argument: siteId.extend({ paper: paperSchema }), answer: text(255).nullable() },
  /** Opens the system's print dialog for what the window shows; false: the person closed it. L-70. */
  'papers.print': { argument: z.undefined(), answer: z.boolean() },
  /** Opens the PDF that was saved last in the program the system has for it. L-70 with reason `open`. */
  'papers.open': { argument: z.undefined(), answer: z.null() },
} as const;
