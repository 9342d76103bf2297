import type { ProbeOutcome } from '../contract/readiness.ts';

/** One address of this laptop. */
export interface NetworkAddress {
  /** The system's name of the interface, for example `Wi-Fi` or `en0`. */
  readonly name: string;
  readonly address: string;
  readonly family: 'IPv4' | 'IPv6';
  /** It leads nowhere but to this laptop. */
  readonly internal: boolean;
}

/** What the unencrypted page of a host answered. `serverAt`: by its `Date` header, in milliseconds since 1970-01-01 UTC. */
export interface PlainAnswer {
  readonly outcome: ProbeOutcome;
  readonly serverAt: number | null;
}

/** What Network doctor needs from outside. None throws, and each ends within its own time limit. Nothing of the customer or the company is sent. */
export interface DoctorProbes {
  /** Whether the system believes in a connection. */
  isOnline(): boolean;
  addresses(): readonly NetworkAddress[];
  nameServers(): readonly string[];
  /** The proxy on the way to an address as `host:port`; null: none. */
  proxyFor(url: string): Promise<string | null>;
  /** Asks a proxy for a tunnel without any password: `good`, `password`, `blocked` or `gone`. */
  askProxy(proxy: string, host: string, port: number): Promise<ProbeOutcome>;
  lookup(host: string): Promise<ProbeOutcome>;
  connect(host: string, port: number): Promise<ProbeOutcome>;
  /** Who vouches for the certificate that is shown; null: none was shown. It is read, not believed. */
  issuerOf(host: string, port: number): Promise<string | null>;
  plain(host: string, port: number): Promise<PlainAnswer>;
}
