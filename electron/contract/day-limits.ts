/** Most lines of a day list. */
export const MOST_DAY_LINES = 500;
/** Largest file of a day list, in bytes. */
export const LARGEST_DAY_LIST = 2 * 1024 * 1024;
