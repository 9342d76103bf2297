import { z } from 'zod';
import { aboutViewSchema } from './about.ts';
import type { CallName } from './call-names.ts';
import { contractArguments } from './contract-end.ts';
import { paperCalls } from './papers.ts';
import { MOST_DAY_LINES } from './day-limits.ts';
import { dayImportSchema, dayTakenSchema, similarQuestionSchema, similarSchema } from './day-list.ts';
import { recentListSchema } from './recent.ts';
import { siteListSchema, siteQuestionSchema } from './site-list.ts';
import { settingsChangeSchema } from './settings.ts';
import { dataFolderViewSchema } from './data-folder.ts';
import { supportPreviewSchema } from './support.ts';
import { captionSchema, checkAnswerSchema, checklistViewSchema, photoIdSchema, photosViewSchema, templateSchema, templateViewSchema } from './visit.ts';
import { LARGEST_PIECE } from './takeover-limits.ts';
import { takeoverPreviewSchema } from './takeover.ts';
import { updateCalls } from './updates.ts';
import { visitNoteSchema } from './visit-facts.ts';
import { LARGEST_PHOTO } from './visit-limits.ts';
import { practiceFaultSchema, practiceViewSchema } from './practice.ts';
import { batterySchema, browserAnswerSchema, doctorReportSchema, readinessViewSchema } from './readiness.ts';
import { browsersViewSchema, signInBrowserSchema } from './browsers.ts';
import {
  appLanguages, attemptViewSchema, checkViewSchema, customerLanguages, profileTestSchema,
  profileViewSchema, renewalsViewSchema, siteFormSchema, siteViewSchema, startViewSchema, switchSchema,
} from './views.ts';

const none = z.undefined();
const siteId = z.strictObject({ siteId: z.string().min(1).max(64) });
/** Longest text of a customer's file, in characters. */
const LONGEST_CUSTOMER_TEXT = 200_000;
const secret = z.string().trim().min(1).max(500);

export const profileFormSchema = z.strictObject({
  authorizationServer: z.string().trim().max(2000),
  clientId: z.string().trim().max(200),
  clientSecret: z.string().trim().max(500),
  redirectUri: z.string().trim().max(2000),
  /** Empty: none; homes cannot be read then. */
  subscriptionKey: z.string().trim().max(500),
  /** Empty: Legrand's own. */
  homesServer: z.string().trim().max(2000),
  pkce: switchSchema,
  prompt: switchSchema,
  tokenRedirectUri: switchSchema,
});
/** The company's credentials as typed in. They travel from the window to main and never back. */
export type ProfileForm = z.infer<typeof profileFormSchema>;

/**
 * Every call from the window to main, with the schema of its argument and of its answer. Main's handlers, the preload
 * bridge, the window's client and the tests' fakes are derived from this list; an answer is parsed too, so that nothing
 * undeclared can cross.
 */
export const calls = {
  'app.start': { argument: none, answer: startViewSchema },
  'app.completeFirstStart': { argument: z.strictObject({ language: z.enum(appLanguages), companyName: z.string().trim().min(1).max(200), personName: z.string().trim().max(200).optional() }), answer: startViewSchema },
  'app.dismissNotices': { argument: none, answer: startViewSchema },
  'app.dismissSecretReminder': { argument: none, answer: startViewSchema },
  /** The data folder or the key store could not be opened: opens them again. Nothing changes when that fails once more. */
  'app.retryStorage': { argument: none, answer: startViewSchema },
  /** Changes between practice and reality. Real mode without credentials is allowed: the site book works offline. */
  'app.setMode': { argument: z.strictObject({ mode: z.enum(['practice', 'real']) }), answer: startViewSchema },

  /** What the system's proxy asks for; kept in memory until the program ends. It travels from the window to main and never back. */
  'app.setProxyPassword': { argument: z.strictObject({ userName: z.string().trim().min(1).max(200), password: z.string().min(1).max(500) }), answer: z.null() },

  /** Changes what is named and keeps it; language, colours and menu follow at once. */
  'settings.change': { argument: settingsChangeSchema, answer: startViewSchema },

  'profile.view': { argument: none, answer: profileViewSchema },
  /** Asks for a file with the system's dialog and stores what is in it, all or nothing. Answer null: the person closed the dialog. */
  'profile.importFile': { argument: none, answer: profileViewSchema.nullable() },
  /** Stores what is in a company file that was dropped onto the window. The text travels from the window to main and never back. */
  'profile.importText': { argument: z.strictObject({ text: z.string().max(60_000) }), answer: profileViewSchema },
  'profile.save': { argument: profileFormSchema, answer: profileViewSchema },
  /** Puts a new secret in place of the old one; every link stays. */
  'profile.replaceSecret': { argument: z.strictObject({ clientSecret: secret }), answer: profileViewSchema },
  'profile.test': { argument: none, answer: profileTestSchema },
  'profile.copyRedirectUri': { argument: none, answer: z.null() },

  /** One page of the list, trouble first, stale last, and the whole of it in numbers. */
  'sites.list': { argument: siteQuestionSchema, answer: siteListSchema },
  /** For each line of a day list: what is like it in the book, and before it in the list. */
  'sites.similar': { argument: similarQuestionSchema, answer: z.array(similarSchema).max(MOST_DAY_LINES) },
  /** Takes what a person chose of a day list, all or nothing. L-62 when it cannot be saved. */
  'sites.import': { argument: dayImportSchema, answer: dayTakenSchema },
  'sites.create': { argument: siteFormSchema, answer: siteViewSchema },
  'sites.update': { argument: siteFormSchema.extend(siteId.shape), answer: siteViewSchema },
  /** Writes down facts of the visit and the contract; what is left out stays. */
  'sites.note': { argument: visitNoteSchema.extend(siteId.shape), answer: siteViewSchema },
  'sites.get': { argument: siteId, answer: siteViewSchema },
  /** Ends the link and removes everything of the site: rows, photos, the daily copies. There is no way back. L-83 while it is being linked. */
  'sites.erase': { argument: siteId, answer: z.null() },

  /** The sites of this mode that were opened last, newest first. */
  'recent.list': { argument: none, answer: recentListSchema },
  /** A person opened the page of this site. */
  'recent.opened': { argument: siteId, answer: z.null() },
  'recent.forget': { argument: none, answer: z.null() },

  ...paperCalls,
  'handover.done': { argument: contractArguments.handoverDone, answer: siteViewSchema },
  /** Ends the link as `link.unlink` does, where there is one, and notes the end. L-83 while the site is being linked. */
  'contract.end': { argument: contractArguments.siteId, answer: siteViewSchema },
  /** The contract runs again: papers are to be handed over anew. */
  'contract.reopen': { argument: contractArguments.siteId, answer: siteViewSchema },
  'contract.guestRemoved': { argument: contractArguments.guestRemoved, answer: siteViewSchema },

  /** The checks of a site; those of the template until the first one is answered. */
  'visit.checklist': { argument: siteId, answer: checklistViewSchema },
  'visit.answer': { argument: checkAnswerSchema.extend(siteId.shape), answer: checklistViewSchema },
  /** Oldest first. A photo is shown from `app://liaison/photos/ID.jpg`. */
  'visit.photos': { argument: siteId, answer: photosViewSchema },
  /** `jpeg`: a picture that the window encoded anew. L-87 when it holds more than a picture, is too large, or is one too many; L-62. */
  'visit.addPhoto': { argument: siteId.extend({ jpeg: z.instanceof(Uint8Array) }), answer: photosViewSchema },
  'visit.captionPhoto': { argument: siteId.extend({ photoId: photoIdSchema, caption: captionSchema }), answer: photosViewSchema },
  'visit.deletePhoto': { argument: siteId.extend({ photoId: photoIdSchema }), answer: photosViewSchema },
  /** The dialog that takes a photo opens or closes: the camera may be used between the two. False: the system refuses it. */
  'visit.camera': { argument: z.strictObject({ open: z.boolean() }), answer: z.boolean() },

  /** The checks that a site begins with. */
  'template.view': { argument: none, answer: templateViewSchema },
  /** Sites that have begun keep theirs. */
  'template.save': { argument: z.strictObject({ items: templateSchema }), answer: templateViewSchema },
  'template.reset': { argument: none, answer: templateViewSchema },

  'link.check': { argument: siteId, answer: checkViewSchema },
  /** The customer's answer on the card; `agreed` false ends the journey without a reason asked. */
  'link.recordConsent': { argument: siteId.extend({ agreed: z.boolean(), textVersion: z.string().max(20), language: z.enum(customerLanguages) }), answer: z.null() },
  /** The browsers of this laptop, and where the sign-in page opens. */
  'browsers.list': { argument: none, answer: browsersViewSchema },
  'browsers.choose': { argument: z.strictObject({ browser: signInBrowserSchema }), answer: browsersViewSchema },

  /** Starts the one sign-in attempt and opens the sign-in page; the sign-out page first where that is asked for, or where the window is not private. */
  'link.start': { argument: siteId.extend({ signOutFirst: z.boolean().optional() }), answer: attemptViewSchema },
  'link.view': { argument: none, answer: attemptViewSchema },
  /** Nobody is signed in in the browser any more: the sign-in page opens. */
  'link.signedOut': { argument: none, answer: attemptViewSchema },
  'link.openAgain': { argument: none, answer: attemptViewSchema },
  /** Puts an address on the clipboard that leads to the sign-in page once, for another browser on this laptop. */
  'link.copyLink': { argument: none, answer: z.null() },
  'link.paste': { argument: z.strictObject({ address: z.string().max(16_384) }), answer: attemptViewSchema },
  /** The person sees an error page in the browser; the attempt ends with the problem that fits. */
  'link.reportErrorPage': { argument: z.strictObject({ page: z.enum(['replyUrl', 'internalError', 'otherError', 'blank', 'someoneElse']) }), answer: attemptViewSchema },
  'link.stop': { argument: none, answer: attemptViewSchema },
  /** `readAloud`: the deliberate act that is asked for where there is a doubt (L-27). */
  'link.confirm': { argument: z.strictObject({ readAloud: z.boolean() }).optional(), answer: attemptViewSchema },
  'link.reject': { argument: none, answer: attemptViewSchema },
  /** Leaves `stored` or `ended` for `idle`. */
  'link.close': { argument: none, answer: attemptViewSchema },
  /** Opens Legrand's sign-out page in the browser of the last sign-in, where discovery names one. */
  'link.signOut': { argument: none, answer: z.null() },
  /** Reads the homes again with the stored link, renewing it first when needed. */
  'link.checkNow': { argument: siteId, answer: siteViewSchema },
  /** Presents the refresh token once and stores the new one. */
  'link.renew': { argument: siteId, answer: siteViewSchema },

  /** Ends the link on this laptop: its tokens are deleted at once and nothing is presented any more. The site stays. */
  'link.unlink': { argument: siteId, answer: siteViewSchema },

  'renewals.view': { argument: none, answer: renewalsViewSchema },
  /** Starts a round; `due`: links that want attention or were not renewed for 25 days. A running round stays as it is. */
  'renewals.start': { argument: z.strictObject({ scope: z.enum(['due', 'all']) }), answer: renewalsViewSchema },
  'renewals.pause': { argument: none, answer: renewalsViewSchema },
  'renewals.resume': { argument: none, answer: renewalsViewSchema },
  /** A person knows that the company's credentials are right: links are asked one by one again, for a day. */
  'renewals.trustCredentials': { argument: none, answer: renewalsViewSchema },
  'renewals.setBackground': { argument: z.strictObject({ on: z.boolean() }), answer: renewalsViewSchema },

  /** The last check with its date; nothing is tried. */
  'readiness.view': { argument: none, answer: readinessViewSchema },
  /** Looks at everything that linking needs; at most half a minute. */
  'readiness.run': { argument: none, answer: readinessViewSchema },
  /** Told by the window whenever it changes, for main cannot ask the system for the level. Null: this laptop does not say. */
  'readiness.battery': { argument: batterySchema.nullable(), answer: z.null() },
  /** Opens a page in the browser that returns to the program; `cold`: the program closes itself meanwhile. L-83 while a sign-in runs. */
  'readiness.startLoop': { argument: z.strictObject({ cold: z.boolean() }), answer: readinessViewSchema },
  'readiness.stopLoop': { argument: none, answer: readinessViewSchema },

  /** What Network doctor found last in this run of the program; null: it was not asked yet. */
  'doctor.view': { argument: none, answer: doctorReportSchema.nullable() },
  'doctor.run': { argument: none, answer: doctorReportSchema },
  /** What the browser shows on this laptop. */
  'doctor.answer': { argument: z.strictObject({ answer: browserAnswerSchema }), answer: doctorReportSchema },
  /** Saves what the window shows for printing as a PDF; false: the person closed the dialog. L-70 when it cannot be made. */
  'doctor.saveSheet': { argument: none, answer: z.boolean() },
  /** Opens the system's print dialog for it; false: the person closed it. L-70. */
  'doctor.printSheet': { argument: none, answer: z.boolean() },

  /** Versions and licences; needs no network. L-81 when the licences are not there. */
  'about.view': { argument: none, answer: aboutViewSchema },

  'data.view': { argument: none, answer: dataFolderViewSchema },
  /** Moves the data of real work; false: the person closed the dialog that asks for the folder. The data are where they were when it fails. */
  'data.move': { argument: z.strictObject({ to: z.enum(['home', 'chosen']) }), answer: z.boolean() },
  /** Shows the data folder, or the folder of the log, in the system's own program. */
  'data.show': { argument: z.strictObject({ what: z.enum(['data', 'log']) }), answer: z.null() },

  /** Makes the support file anew and answers it as it will be saved. */
  'support.preview': { argument: none, answer: supportPreviewSchema },
  /** Saves what was previewed last; false: the person closed the dialog. L-70 when it cannot be written. */
  'support.save': { argument: none, answer: z.boolean() },

  /**
   * Saves everything that is kept about a customer, without any secret, into a file for the customer. `text`: the same in words, which the window writes in the
   * customer's language. The answer is the file's name without its folder; null: the dialog was closed. L-70.
   */
  'customer.save': { argument: siteId.extend({ text: z.string().min(1).max(LONGEST_CUSTOMER_TEXT) }), answer: z.string().max(255).nullable() },

  /** Writes one site, or all (null), into a file for a colleague; the answer is their number, 0: the person closed the dialog. */
  'takeover.give': { argument: z.strictObject({ siteId: z.string().min(1).max(64).nullable() }), answer: z.number().int().nonnegative() },
  /** Asks for such a file and looks through it; null: the person closed the dialog. */
  'takeover.look': { argument: none, answer: takeoverPreviewSchema.nullable() },
  /** A piece of such a file that was dropped onto the window; the first one (`isFirst`) begins a new file. L-62, L-88 when it is too large. */
  'takeover.receive': { argument: z.strictObject({ bytes: z.instanceof(Uint8Array), isFirst: z.boolean() }), answer: z.null() },
  /** Looks through the file whose pieces came. L-88 when it cannot be used. */
  'takeover.lookReceived': { argument: none, answer: takeoverPreviewSchema },
  /** Takes in what was looked at last; the answer is the number of new sites. */
  'takeover.take': { argument: none, answer: z.number().int().nonnegative() },

  ...updateCalls,

  'practice.view': { argument: none, answer: practiceViewSchema },
  'practice.setFault': { argument: z.strictObject({ fault: practiceFaultSchema }), answer: practiceViewSchema },
} as const satisfies Readonly<Record<CallName, { readonly argument: z.ZodType; readonly answer: z.ZodType }>>;

/** Largest argument of a call in bytes (what is text: in characters of JSON), where it is not the usual one. */
export const largestArguments: Readonly<Partial<Record<CallName, number>>> = {
  'visit.addPhoto': LARGEST_PHOTO + 1024,
  'takeover.receive': LARGEST_PIECE + 1024,
  // JSON may need two characters for one.
  'customer.save': LONGEST_CUSTOMER_TEXT * 2 + 1024,
  // A day list is taken in one piece, because pieces could not be all or nothing: 500 lines as long as the schema lets them be.
  'sites.similar': 1024 * 1024,
  'sites.import': 1024 * 1024,
};

export type { CallName } from './call-names.ts';
/** What the call `Name` takes. */
export type Argument<Name extends CallName> = z.infer<(typeof calls)[Name]['argument']>;
/** What the call `Name` answers when it succeeds. */
export type Answer<Name extends CallName> = z.infer<(typeof calls)[Name]['answer']>;
