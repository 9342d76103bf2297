import { Secret } from '../../../electron/oauth/secret.ts';
import { MINUTE } from '../../unit/links/fakes.ts';
import type { DiskImage } from './disk.ts';
import type { Fate } from './post.ts';
import type { CompanyTrouble } from './server.ts';
import type { CrashPlan } from './watch.ts';
import type { World } from './world.ts';

/** What the disk may refuse (L-62). */
export type Breakage = 'beginRenewal' | 'completeRenewal' | 'settleRenewal' | 'keepUnusableAnswer' | 'setStanding';

/** One thing that happens to the program. Times in milliseconds; links and sites are counted from 0. */
export type Command =
  | { readonly do: 'renew' | 'use' | 'damage' | 'unlink' | 'relink' | 'revoke'; readonly link: number }
  | { readonly do: 'run'; readonly milliseconds: number }
  | { readonly do: 'fates'; readonly fates: readonly Fate[] }
  | { readonly do: 'crash'; readonly plan: CrashPlan; readonly off: number }
  | { readonly do: 'kill' | 'quit' | 'restore'; readonly off: number }
  | { readonly do: 'sleep'; readonly milliseconds: number; readonly slow: number; readonly told: boolean }
  | { readonly do: 'clock'; readonly error: number }
  | { readonly do: 'company'; readonly trouble: Exclude<CompanyTrouble, 'none'> }
  | { readonly do: 'break'; readonly what: Breakage }
  | { readonly do: 'newSecret' | 'trust' | 'repair' | 'image' | 'second' };

type CompanyCommand = Extract<Command, { do: 'company' }> | { readonly do: 'newSecret' | 'trust' };

/** Plays commands on a world; after a death the program is started again. */
export class Player {
  readonly world: World;
  #off = 0;
  #image: DiskImage | null = null;

  constructor(world: World) {
    this.world = world;
  }

  async play(command: Command): Promise<void> {
    await this.#do(command);
    await this.#rise();
  }

  /** The laptop is awake and the program runs, through any death on the way. */
  async run(milliseconds: number): Promise<void> {
    const { time } = this.world;
    const end = time.now + milliseconds;
    while (time.now < end) {
      await time.run(end - time.now, () => !this.world.process.isAlive);
      await this.#rise();
    }
  }

  async #rise(): Promise<void> {
    // What it does right after the start may be its death once more.
    while (!this.world.process.isAlive) {
      this.world.time.sleep(this.#off);
      this.#off = 0;
      this.world.restart();
      await this.world.time.run(0);
    }
  }

  async #do(command: Command): Promise<void> {
    const { world } = this;
    switch (command.do) {
      case 'run': return this.run(command.milliseconds);
      case 'fates': world.fates = [...command.fates]; return undefined;
      case 'clock': world.setClock(command.error); return undefined;
      case 'break': world.disk.broken.add(command.what); return undefined;
      case 'repair': world.disk.broken.clear(); return undefined;
      case 'image': this.#image = world.disk.image(); return undefined;
      case 'crash': this.#off = command.off; return world.watch.planCrash(command.plan);
      case 'kill': this.#off = command.off; return world.kill();
      case 'quit': return this.#quit(command.off);
      case 'restore': return this.#restore(command.off);
      case 'sleep': return this.#sleep(command);
      case 'company': return this.#company(command);
      case 'newSecret': case 'trust': return this.#company({ do: command.do });
      case 'second': return this.#second();
      default: return this.#atLink(command.do, command.link);
    }
  }

  async #atLink(what: 'renew' | 'use' | 'damage' | 'unlink' | 'relink' | 'revoke', index: number): Promise<void> {
    const { world } = this;
    const linkId = world.linkIdAt(index);
    // No sign-in ends well while the company's secret is over.
    if (what === 'relink') return world.server.company === 'none' ? world.link(`site-${index + 1}`) : undefined;
    if (linkId === undefined) return undefined;
    if (what === 'renew') void world.renew(linkId);
    if (what === 'use') void world.use(linkId);
    if (what === 'damage') world.disk.damaged.add(linkId);
    if (what === 'unlink') world.survive(() => world.process.links.remove(linkId, world.time.shown()));
    if (what === 'revoke') world.server.revoke(world.server.familyOf(world.disk.tokenOf(linkId) ?? ''));
    return world.time.run(0, () => !world.process.isAlive);
  }

  /** As main does it: nothing new, then the answers under way get some seconds, then the process ends. */
  async #quit(off: number): Promise<void> {
    const { world } = this;
    const { process } = world;
    process.isQuitting = true;
    process.calm.end();
    process.keepAlive.stop();
    void world.guarded(async () => process.renewals.stop());
    await world.time.run(5000, () => !process.isAlive);
    this.#off = off;
    world.kill();
  }

  /** An old disk image comes back: what the server has seen since is unknown to it. */
  #restore(off: number): void {
    const { world } = this;
    if (!this.#image) return;
    this.#off = off;
    world.kill();
    world.disk.restore(this.#image);
    for (const { tokens } of world.disk.rows.values()) world.causes.set(world.server.familyOf(tokens.refreshToken.reveal()), 'restored');
    for (const id of world.disk.rows.keys()) if (!world.refusals.has(id)) world.refusals.set(id, []);
  }

  /** Slowly to sleep, away, and awake again; `told`: the system tells that it woke. */
  async #sleep({ milliseconds, slow, told }: Extract<Command, { do: 'sleep' }>): Promise<void> {
    const { world } = this;
    const { process } = world;
    process.calm.suspend();
    world.isSuspended = true;
    await world.time.run(slow, () => !process.isAlive);
    if (!process.isAlive) return;
    world.time.sleep(milliseconds);
    world.isSuspended = false;
    if (!told) return;
    process.calm.awake();
    world.quietUntil = world.time.now + 20_000;
    world.survive(() => process.keepAlive.poke());
    await world.time.run(0, () => !process.isAlive);
  }

  #company(command: CompanyCommand): void {
    const { world } = this;
    const { breaker, renewals, keepAlive } = world.process;
    if (command.do === 'company') {
      if (world.server.company === 'none') world.troubleSince = world.time.now;
      world.server.company = command.trouble;
      return;
    }
    if (command.do === 'trust') breaker.trust(world.time.shown());
    if (command.do === 'newSecret') {
      world.server.company = 'none';
      world.secret = new Secret(`${world.secret.reveal()}+`);
      world.troubleSince = Number.POSITIVE_INFINITY;
      breaker.renewed();
      world.survive(() => renewals.credentialsReplaced());
    }
    world.survive(() => keepAlive.poke());
  }

  /** A second start while the first lives: the lock refuses it, so it never gets a store (its real test is the two-process storm). */
  #second(): void {
    if (!this.world.process.isAlive) this.world.violate('nobody holds the lock though the program runs');
  }

  /** Everything is well again, for long enough that whatever is planned comes. */
  async recover(restarts: boolean): Promise<void> {
    const { world } = this;
    world.fates = [];
    world.disk.broken.clear();
    world.watch.planCrash(null);
    this.#off = 0;
    if (restarts || world.process.isQuitting) world.kill();
    await this.#rise();
    if (world.server.company === 'none') world.survive(() => world.process.keepAlive.poke());
    else this.#company({ do: 'newSecret' });
    await this.run(3 * MINUTE);
  }
}
