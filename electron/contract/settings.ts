import { z } from 'zod';
import { ERASE_ASK_YEARS } from './calendar.ts';
import { appLanguages, customerLanguages } from './languages.ts';

export const themeSchema = z.enum(['system', 'light', 'dark']);
/** Light or dark; `system` follows the computer. */
export type Theme = z.infer<typeof themeSchema>;

export const settingsSchema = z.strictObject({
  /** What a new site begins with; each site has its own. */
  customerLanguage: z.enum(customerLanguages),
  /** Large text, strong contrast and large targets, for sunlight and gloves. */
  siteMode: z.boolean(),
  theme: themeSchema,
  /** Whether the system shows a notification when sites wait for a person while the window is out of sight. */
  notices: z.boolean(),
  /** Years after the end of a contract when a person is asked whether to erase the customer's file; 0: never. Nothing is erased by itself. */
  eraseAskYears: z.literal([...ERASE_ASK_YEARS]),
});
/** What a person set besides language and company name. */
export type Settings = z.infer<typeof settingsSchema>;

export const settingsChangeSchema = settingsSchema.partial().extend({
  language: z.enum(appLanguages).optional(),
  companyName: z.string().trim().min(1).max(200).optional(),
  personName: z.string().trim().max(200).optional(),
});
/** What a person changes; a member left out stays as it is. */
export type SettingsChange = z.infer<typeof settingsChangeSchema>;
