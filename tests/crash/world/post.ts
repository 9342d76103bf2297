import type { HttpOutcome, HttpRequest } from '../../../electron/oauth/ports.ts';
import { json, sentForm } from '../../unit/links/fakes.ts';
import type { Process, World } from './world.ts';

/**
 * What becomes of a request. `good`: acted upon, answered. `lostBefore`/`lostAfter`: the connection dies before or after the server acted.
 * `offline`: nothing leaves. `busy`: 429. `html`: a gateway's page. `cut`: acted upon, half the answer comes. `noAccess`: an answer with a
 * refresh token only. `crashBefore`/`crashAfter`: the process dies while the request is open.
 */
export type Fate = 'good' | 'lostBefore' | 'lostAfter' | 'offline' | 'busy' | 'html' | 'cut' | 'noAccess' | 'crashBefore' | 'crashAfter';

export const FATES = ['good', 'lostBefore', 'lostAfter', 'offline', 'busy', 'html', 'cut', 'noAccess', 'crashBefore', 'crashAfter'] as const satisfies readonly Fate[];

const LATENCY = 150;
const never = new Promise<HttpOutcome>(() => undefined);
const refused = json(400, { error: 'invalid_grant', error_description: 'AADB2C90080: The provided grant has expired.' });
const troubles = {
  plain: refused,
  coded: json(400, { error: 'invalid_grant', error_description: 'AADB2C90085: The service has encountered an internal error. Please reauthenticate and try again.' }),
  client: json(401, { error: 'invalid_client' }),
};

/** One request on its way. */
export class Post {
  readonly process: Process;
  readonly presented: string;
  readonly linkId: string | undefined;
  readonly #world: World;

  constructor(world: World, process: Process, request: HttpRequest) {
    this.#world = world;
    this.process = process;
    this.presented = sentForm(request, 'refresh_token') ?? '';
    this.linkId = [...world.disk.rows].find(([, row]) => row.tokens.refreshToken.reveal() === this.presented)?.[0];
  }

  async answered(fate: Fate): Promise<HttpOutcome> {
    switch (fate) {
      case 'offline': return { kind: 'nothingSent', failure: 'offline' };
      case 'lostBefore': return this.#after({ kind: 'unknown', failure: 'reset' });
      case 'busy': return this.#after(json(429, {}, { 'retry-after': '30' }));
      case 'html': return this.#after({ kind: 'answer', status: 502, headers: {}, body: '<html>' });
      case 'crashBefore': return this.#die();
      default: return this.#act(fate);
    }
  }

  async #act(fate: Fate): Promise<HttpOutcome> {
    const { server, time, causes } = this.#world;
    if (server.company !== 'none') return this.#refuse(troubles[server.company]);
    const family = server.familyOf(this.presented);
    const fresh = server.present(this.presented, time.now);
    if (fresh === null) return this.#refuse(refused);
    // Until the new token is on disk, its loss has this reason.
    causes.set(family, fate);
    if (fate === 'crashAfter') return this.#die();
    if (fate === 'lostAfter') return this.#after({ kind: 'unknown', failure: 'timeout' });
    return this.#deliver(fate, fresh);
  }

  async #deliver(fate: Fate, fresh: string): Promise<HttpOutcome> {
    const whole = JSON.stringify({ ...(fate === 'noAccess' ? {} : { access_token: `access-${fresh}` }), refresh_token: fresh, token_type: 'Bearer', expires_in: 3600 });
    const body = fate === 'cut' ? whole.slice(0, this.#world.dice.whole(0, whole.length - 1)) : whole;
    const outcome: HttpOutcome = { kind: 'answer', status: 200, headers: {}, body };
    return this.#after(outcome, () => {
      if (this.linkId !== undefined && this.#world.disk.rows.has(this.linkId) && body.includes(`"${fresh}"`)) this.#world.received.set(this.linkId, fresh);
    });
  }

  async #refuse(outcome: HttpOutcome): Promise<HttpOutcome> {
    const { refusals, time } = this.#world;
    return this.#after(outcome, () => {
      const isPlain = outcome === refused;
      if (this.linkId !== undefined && isPlain) refusals.get(this.linkId)?.push({ at: time.now, shown: time.shown() });
    });
  }

  /** The answer arrives a little later, if the process still lives. */
  async #after(outcome: HttpOutcome, arrived: () => void = () => undefined): Promise<HttpOutcome> {
    const { open, time } = this.#world;
    const key = this.linkId ?? this.presented;
    open.set(key, this.process);
    await new Promise<void>((resolve) => {
      time.after(LATENCY, resolve);
    });
    if (!this.process.isAlive) return never;
    if (open.get(key) === this.process) open.delete(key);
    arrived();
    return outcome;
  }

  #die(): Promise<HttpOutcome> {
    this.#world.kill();
    return never;
  }
}
