import { createHash } from 'node:crypto';
import type { NetworkAddress } from './ports.ts';

/** The network a laptop is on. */
export interface NetworkName {
  /** For a person, for example `Wi-Fi, 192.168.1.x`; null: no network. */
  readonly label: string | null;
  /** Tells networks apart; says nothing of the addresses. */
  readonly fingerprint: string;
}

const MOST_SHOWN = 2;

/** Addresses that a system gives itself when nobody answers (RFC 3927, RFC 4291 §2.5.6). */
const isSelfGiven = (address: string): boolean => address.startsWith('169.254.') || /^fe[89ab]/iu.test(address);

function rangeOf({ address, family }: NetworkAddress): string {
  return family === 'IPv4' ? `${address.split('.').slice(0, 3).join('.')}.x` : `${address.split(':').slice(0, 4).join(':')}:x`;
}

/** The addresses that lead to other computers. */
export function usableAddresses(addresses: readonly NetworkAddress[]): readonly NetworkAddress[] {
  return addresses.filter(({ address, internal }) => !internal && !isSelfGiven(address));
}

/**
 * Names the network by its interfaces and address ranges, and tells it apart by its name servers too: a system gives the name of a Wi-Fi to nobody
 * without a permission for places. Two networks of the same pattern look the same.
 */
export function nameNetwork(addresses: readonly NetworkAddress[], nameServers: readonly string[]): NetworkName {
  const usable = usableAddresses(addresses);
  const fourth = usable.filter(({ family }) => family === 'IPv4');
  const shown = fourth.length > 0 ? fourth : usable;
  const parts = [...new Set(shown.map((each) => `${each.name}, ${rangeOf(each)}`))].toSorted();
  const fingerprint = createHash('sha256').update(JSON.stringify([parts, nameServers.toSorted()])).digest('hex').slice(0, 16);
  return { label: parts.length === 0 ? null : parts.slice(0, MOST_SHOWN).join(' · ').slice(0, 160), fingerprint };
}
