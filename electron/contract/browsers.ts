import { z } from 'zod';

/** Browsers whose private window the program knows how to open. */
export const browserIds = ['edge', 'chrome', 'firefox', 'brave', 'chromium'] as const;
/** One of them. */
export type BrowserId = (typeof browserIds)[number];

/** Where the sign-in page shall open. `auto`: a private window of the browser that fits best. `default`: the normal window of the default browser. */
export const signInBrowserSchema = z.enum(['auto', 'default', ...browserIds]);
export type SignInBrowserChoice = z.infer<typeof signInBrowserSchema>;

export const browserWindowSchema = z.strictObject({
  /** Null: the default browser, whose name is not known. */
  name: z.string().max(80).nullable(),
  isPrivate: z.boolean(),
});
/** A browser window as the person knows it. */
export type BrowserWindowView = z.infer<typeof browserWindowSchema>;

export const browsersViewSchema = z.strictObject({
  /** What is installed, in the order in which it is offered. `forbidden`: a rule of the company forbids its private windows. */
  installed: z.array(z.strictObject({ id: z.enum(browserIds), name: z.string().max(80), privateWindow: z.enum(['possible', 'forbidden']) })),
  chosen: signInBrowserSchema,
  /** What the choice comes to on this laptop now. */
  used: browserWindowSchema,
});
export type BrowsersView = z.infer<typeof browsersViewSchema>;
