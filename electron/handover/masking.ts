import { maskedAddress } from '../homes/account.ts';

/** Anything that could be read as an e-mail address, whatever stands around it. */
const ADDRESS = /[^\s@…<>()[\]{},;:|/"'«»„“”]+@[^\s@<>()[\]{},;|"'«»„“”]+/gu;

/** `text` with every e-mail address in it shortened as main shortens that of an account: a paper is left lying about. */
export function withoutAddresses(text: string): string {
  return text.replaceAll(ADDRESS, (address) => maskedAddress(address));
}
