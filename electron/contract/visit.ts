import { z } from 'zod';
import { LARGEST_SIDE, LONGEST_CAPTION, LONGEST_CHECK, LONGEST_CRITERION, LONGEST_REMARK, MOST_CHECKS, MOST_PHOTOS, verdicts } from './visit-limits.ts';

const instant = z.number().int().nonnegative();
const name = z.string().max(200);

export const templateItemSchema = z.strictObject({
  /** What the check is known by, in the template and on every site. */
  item: z.string().min(1).max(64),
  /** Empty: one of those the program brings along, in words of the language it is read in; then the criterion is empty too. */
  title: z.string().trim().max(LONGEST_CHECK),
  /** When the check is passed. */
  criterion: z.string().trim().max(LONGEST_CRITERION),
});
/** One check of the template. */
export type TemplateItem = z.infer<typeof templateItemSchema>;

export const templateSchema = z.array(templateItemSchema).min(1).max(MOST_CHECKS);
export const templateViewSchema = z.strictObject({
  items: templateSchema,
  /** It is the one that the program brings along. */
  isBuiltIn: z.boolean(),
});
export type TemplateView = z.infer<typeof templateViewSchema>;

export const checkItemSchema = templateItemSchema.extend({
  verdict: z.enum(verdicts),
  /** When the verdict was given, and by whom; null and '' while it is open. `who` is '' too where nobody gave a name. */
  at: instant.nullable(),
  who: name,
  /** Why it failed. */
  remark: z.string().max(LONGEST_REMARK),
});
/** One check of a site. */
export type CheckItem = z.infer<typeof checkItemSchema>;

export const checklistViewSchema = z.strictObject({
  /** As the template shows it until the first check is answered. */
  items: z.array(checkItemSchema),
  answered: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
});
export type ChecklistView = z.infer<typeof checklistViewSchema>;

export const checkAnswerSchema = z.strictObject({
  item: templateItemSchema.shape.item,
  verdict: z.enum(verdicts),
  /** Kept for a check that failed. */
  remark: z.string().trim().max(LONGEST_REMARK),
});
/** What a person says of one check. */
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;

export const photoIdSchema = z.uuid();
export const photoViewSchema = z.strictObject({
  id: photoIdSchema,
  at: instant,
  caption: z.string().max(LONGEST_CAPTION),
  /** In pixels. */
  width: z.number().int().positive().max(LARGEST_SIDE),
  height: z.number().int().positive().max(LARGEST_SIDE),
  /** Its file is gone: what is known of it stays. */
  isMissing: z.boolean(),
});
export type PhotoView = z.infer<typeof photoViewSchema>;
export const photosViewSchema = z.array(photoViewSchema).max(MOST_PHOTOS * 2);
export const captionSchema = z.string().trim().max(LONGEST_CAPTION);
