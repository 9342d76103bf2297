import { z } from 'zod';

/** Every code of the problem catalogue. One code = one page = one test. */
export const problemCodes = [
  'L-01', 'L-02', 'L-03', 'L-04', 'L-05', 'L-06', 'L-07', 'L-08', 'L-09', 'L-10',
  'L-11', 'L-12', 'L-13', 'L-14', 'L-15', 'L-16', 'L-17',
  'L-20', 'L-21', 'L-22', 'L-23', 'L-24', 'L-25', 'L-26', 'L-27', 'L-28',
  'L-30', 'L-31', 'L-32', 'L-33', 'L-34', 'L-35',
  'L-40', 'L-41', 'L-42', 'L-43', 'L-44', 'L-45', 'L-46', 'L-47', 'L-48', 'L-49',
  'L-50', 'L-51', 'L-52', 'L-53', 'L-54', 'L-55', 'L-56', 'L-57', 'L-58', 'L-59',
  'L-60', 'L-61', 'L-62', 'L-63', 'L-64', 'L-65', 'L-66', 'L-67', 'L-68',
  'L-70', 'L-71',
  'L-80', 'L-81', 'L-82', 'L-83', 'L-84', 'L-85', 'L-86', 'L-87', 'L-88', 'L-89',
] as const;

/** A spoken code, for example `L-16`. */
export type ProblemCode = (typeof problemCodes)[number];

/**
 * What a problem page may know besides its code. Every member is harmless: none may hold a secret.
 * `field`: the name of the company-file member at fault. `reason` in L-86: why the file is no day list. `siteName`: the other site concerned (L-24).
 * `correlationId`: Legrand's own id of the failed request. `httpStatus`: the status that was answered.
 * `port`: a local port in use (L-82). `retryAfterSeconds`: how long to wait (L-44). `at`: when the copy was made that took a file's place
 * (L-63; milliseconds since 1970-01-01 UTC). `oauthError`: the RFC 6749 error word.
 * `laptopAt`, `serverAt`: both clocks at one moment (L-58; milliseconds since 1970-01-01 UTC), with the laptop's `timeZone`.
 */
export const problemSchema = z.strictObject({
  code: z.enum(problemCodes),
  field: z.string().max(80).optional(),
  reason: z.string().max(80).optional(),
  siteName: z.string().max(200).optional(),
  correlationId: z.string().max(64).optional(),
  httpStatus: z.number().int().optional(),
  oauthError: z.string().max(64).optional(),
  port: z.number().int().optional(),
  retryAfterSeconds: z.number().int().optional(),
  at: z.number().int().optional(),
  laptopAt: z.number().int().nonnegative().optional(),
  serverAt: z.number().int().nonnegative().optional(),
  timeZone: z.string().max(60).optional(),
});

/** A problem as a value: a code and harmless details. */
export type Problem = z.infer<typeof problemSchema>;
