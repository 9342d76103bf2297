import { z } from 'zod';
import { failure, success, type Result } from '../../contract/result.ts';
import type { Offer } from '../../updates/state.ts';

/** 64 bytes in base64. */
const sha512 = z.string().regex(/^[A-Za-z0-9+/]{86}==$/u);

/** What a list of versions must look like before anything is downloaded from it. A file is a name beside the list and not an address. */
const infoSchema = z.looseObject({
  version: z.string().max(40),
  files: z
    .array(z.looseObject({ url: z.string().regex(/^\w[\w.-]{0,199}$/u), sha512, size: z.number().int().positive().optional(), isAdminRightsRequired: z.literal(false).optional() }))
    .min(1)
    .max(20),
  packages: z.undefined().optional(),
});

const RELEASE = /^\d{1,6}\.\d{1,6}\.\d{1,6}$/u;
const LARGEST_FIRST = -1;

/**
 * What the list offers; null when it is a trial version (1.2.3-beta), which nobody here asked for. L-89 when it does not look as our releases make it:
 * above all a file without its checksum, one at another address, or one that wants to be administrator. `info`: as electron-updater read it.
 */
export function offerOf(info: unknown): Result<Offer | null> {
  const read = infoSchema.safeParse(info);
  if (!read.success) return failure({ code: 'L-89', reason: 'updateUnreadable' });
  if (!RELEASE.test(read.data.version)) return success(null);
  const [largest = null] = read.data.files.flatMap(({ size }) => (size === undefined ? [] : [size])).toSorted((a, b) => LARGEST_FIRST * (a - b));
  return success({ version: read.data.version, bytes: largest });
}
