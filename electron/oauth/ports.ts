/** The time. Injected, so that tests can run years in a second. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Runs `action` once after `milliseconds`; the returned function cancels it. */
  after(milliseconds: number, action: () => void): () => void;
}

/** Unpredictable bytes. */
export interface Random {
  bytes(count: number): Uint8Array;
}

/** One request. Headers and body may hold secrets: never log them. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** `token`: fresh connection, never re-sent, one at a time. `read`: may be repeated. */
  readonly kind: 'token' | 'read';
}

/** Why nothing came back. The network part of the problem catalogue (L-50 … L-57) is derived from it. */
export type HttpFailure = 'offline' | 'dns' | 'refused' | 'proxy' | 'tls' | 'timeout' | 'reset' | 'redirected' | 'tooLarge' | 'stopped' | 'other';

/**
 * What became of a request. `nothingSent`: it is certain that the server never saw it. `unknown`: it may have been
 * acted upon though no whole answer arrived. Bodies are read to at most 64 KB.
 */
export type HttpOutcome =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  | { readonly kind: 'nothingSent'; readonly failure: HttpFailure }
  | { readonly kind: 'unknown'; readonly failure: HttpFailure };

/**
 * Sends a request and tells what became of it; never throws. Header names in answers are lower case. 30 s in all, no redirect followed.
 * `isWanted` is asked when the turn of a request has come, because token requests wait for each other: "no" means that nothing is sent (`stopped`).
 */
export interface HttpPort {
  send(request: HttpRequest, isWanted?: () => boolean): Promise<HttpOutcome>;
}
