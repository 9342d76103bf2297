import { z } from 'zod';
import { practiceFaults } from './practice-faults.ts';

const text = z.string().max(200);

export const practiceFaultSchema = z.enum(practiceFaults);

export const practiceViewSchema = z.strictObject({
  fault: practiceFaultSchema,
  customerEmail: text,
  customerPassword: text,
  /** Everybody who can sign in, the first customer included. */
  customers: z.array(z.strictObject({ email: text, password: text, homes: z.number().int().nonnegative() })).max(20),
});
/** The invented customers and the fault that is switched on. The invented passwords are no secrets. */
export type PracticeView = z.infer<typeof practiceViewSchema>;
