/** Largest piece of a takeover file that comes from the window, in bytes. */
export const LARGEST_PIECE = 1024 * 1024;
/** Largest takeover file that comes that way, in bytes; a larger one is chosen with the system's dialog. */
export const LARGEST_RECEIVED = 4 * 1024 * 1024 * 1024;
