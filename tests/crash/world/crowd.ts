import { Breaker } from '../../../electron/links/breaker.ts';
import { createCalm, type Calm } from '../../../electron/links/calm.ts';
import { createKeepAlive, type KeepAlive } from '../../../electron/links/keep-alive.ts';
import { createRenewals, type Renewals } from '../../../electron/links/renewal.ts';
import type { Problem } from '../../../electron/contract/problems.ts';
import type { HttpOutcome, HttpRequest } from '../../../electron/oauth/ports.ts';
import { Secret } from '../../../electron/oauth/secret.ts';
import { DAY, profile, renewalSurroundings, sentForm, START } from '../../unit/links/fakes.ts';
import { Dice } from '../dice.ts';
import { IndexedLinks } from './indexed-links.ts';
import { Time, type ProcessClock } from './time.ts';

/** One run of the program over all links. */
export interface Run {
  readonly clock: ProcessClock;
  readonly calm: Calm;
  readonly breaker: Breaker;
  readonly renewals: Renewals;
  readonly keepAlive: KeepAlive;
}

/** The busiest that was seen: requests begun within any second, and on their way at the same time. */
export interface Busiest {
  perSecond: number;
  atOnce: number;
}

/** Thousands of links on one laptop, a server that answers as it is told, and a count of what is sent. Tokens are named `link.number`. */
export class Crowd {
  readonly time = new Time(START);
  readonly dice: Dice;
  readonly links = new IndexedLinks();
  readonly busiest: Busiest = { perSecond: 0, atOnce: 0 };
  posts = 0;
  secret = new Secret('secret-1');
  isOnline = true;
  answer: (linkId: string, request: HttpRequest) => HttpOutcome;
  #underWay = 0;
  #begun: number[] = [];
  #issued = 0;

  constructor(links: number, seed: number, nextAt: (dice: Dice) => number) {
    this.dice = new Dice(seed);
    this.answer = (linkId) => this.token(linkId);
    for (let site = 1; site <= links; site += 1) {
      const refreshToken = new Secret(`link-${site}.0`);
      const tokens = { accessToken: new Secret('first'), accessTokenExpiresAt: START, refreshToken };
      this.links.create({ siteId: `site-${site}`, at: START, tokens, accountLabel: '', accountSubject: null, proof: { at: START, homes: null }, nextAt: nextAt(this.dice) });
    }
  }

  /** A good answer with a token never issued before. */
  token(linkId: string): HttpOutcome {
    this.#issued += 1;
    return { kind: 'answer', status: 200, headers: {}, body: `{"access_token":"a","refresh_token":"${linkId}.${this.#issued}","token_type":"Bearer","expires_in":3600}` };
  }

  start(): Run {
    const clock = this.time.fork((action) => action());
    const calm = createCalm(clock);
    const breaker = new Breaker();
    const ports = {
      ...renewalSurroundings(clock), calm, breaker, clock, links: this.links, random: this.dice, profile: () => ({ ...profile, clientSecret: this.secret }),
      http: { send: async (request: HttpRequest) => this.#receive(request) },
    };
    const renewals = createRenewals(ports);
    const obstacle = (): Problem | null => (this.isOnline ? null : { code: 'L-50' });
    const keepAlive = createKeepAlive({ clock, links: this.links, renewals, breaker, calm, obstacle });
    renewals.recover();
    keepAlive.start();
    return { clock, calm, breaker, renewals, keepAlive };
  }

  /** As main ends: nothing new, five seconds for what is under way. */
  async stop({ calm, keepAlive, renewals, clock }: Run): Promise<void> {
    calm.end();
    keepAlive.stop();
    void renewals.stop();
    await this.time.run(5000);
    clock.kill();
  }

  async #receive(request: HttpRequest): Promise<HttpOutcome> {
    this.#count();
    const presented = sentForm(request, 'refresh_token') ?? '';
    const outcome = this.answer(presented.slice(0, presented.lastIndexOf('.')), request);
    this.#underWay += 1;
    this.busiest.atOnce = Math.max(this.busiest.atOnce, this.#underWay);
    await new Promise<void>((resolve) => {
      this.time.after(this.dice.whole(80, 2500), resolve);
    });
    this.#underWay -= 1;
    return outcome;
  }

  #count(): void {
    this.posts += 1;
    const { now } = this.time;
    this.#begun = [...this.#begun.filter((at) => at > now - 1000), now];
    this.busiest.perSecond = Math.max(this.busiest.perSecond, this.#begun.length);
  }
}

/** Somewhere in the 30 ± 5 days after a link was made. */
export const anyPlan = (dice: Dice): number => START + (25 + 10 * dice.next()) * DAY;
