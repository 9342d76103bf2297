/** What the list of sites can be narrowed to. They overlap: a site may need a person and have its hand-over open. */
export const siteFilters = ['all', 'needsMe', 'dueSoon', 'handOverOpen', 'contractEnding'] as const;
export type SiteFilter = (typeof siteFilters)[number];

/** The parts of the list in their order, trouble first, stale last. Each site is in exactly one, the first that fits. */
export const siteGroups = ['needsYou', 'dueSoon', 'visits', 'handOver', 'contract', 'fine', 'notLinked', 'ended'] as const;
export type SiteGroup = (typeof siteGroups)[number];

/** Most rows of one page of the list. */
export const LARGEST_PAGE = 200;
