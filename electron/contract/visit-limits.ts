/** The checks that the program brings along, in the order of a visit. Their words are in the catalogues of the window, by these keys. */
export const builtInChecks = ['gateway', 'devices', 'shutters', 'names', 'owner', 'wifi', 'board', 'surge', 'firmware', 'shown'] as const;
export type BuiltInCheck = (typeof builtInChecks)[number];

/** What a person can say of a check; `open`: nothing yet. */
export const verdicts = ['open', 'passed', 'failed', 'notApplicable'] as const;
export type Verdict = (typeof verdicts)[number];

/** Longest texts, in characters, and most checks of a checklist. */
export const LONGEST_CHECK = 120;
export const LONGEST_CRITERION = 300;
export const LONGEST_REMARK = 300;
export const LONGEST_CAPTION = 200;
export const MOST_CHECKS = 60;

/** Most photos of a site. */
export const MOST_PHOTOS = 60;
/** The long side of a photo that is kept, in pixels. */
export const LARGEST_SIDE = 1600;
/** The file of a photo that is kept, in bytes. */
export const LARGEST_PHOTO = 2 * 1024 * 1024;
/** What a person may hand in: bytes of the file, and pixels of the picture. */
export const LARGEST_SOURCE_BYTES = 40 * 1024 * 1024;
export const LARGEST_SOURCE_PIXELS = 100_000_000;
