import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Rotation } from '../../../electron/practice/authority.ts';
import type { Clock } from '../../../electron/oauth/ports.ts';
import { openWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { startTestAuthority, type TestAuthority } from '../../authority/chaos.ts';
import { fakeWrapper, present } from '../../integration/storage/support.ts';
import { START } from '../../unit/links/fakes.ts';
import type { ChildSetting, LinkReport, ToChild, ToParent } from './messages.ts';
import type { KillPlan } from './points.ts';

/** The time that all processes of a lane share. It moves when a child says so, and while nobody runs. */
export class SharedTime implements Clock {
  #now = START;

  now(): number {
    return this.#now;
  }

  /** Delays of the authority are not used here. */
  after(_milliseconds: number, action: () => void): () => void {
    setImmediate(action);
    return () => undefined;
  }

  moveTo(now: number): void {
    this.#now = Math.max(this.#now, now);
  }
}

/** How a run of a child ended: it settled and waits, or it was killed. */
export type Ending = { readonly kind: 'settled'; readonly link: LinkReport | null } | { readonly kind: 'killed' } | { readonly kind: 'broken'; readonly why: string };

/** One data folder, the authority it is linked at, and one child at a time. */
export class Lane {
  readonly rotation: Rotation;
  readonly time: SharedTime;
  readonly server: TestAuthority;
  readonly folder: string;
  #child: ChildProcess | null = null;
  #waiting: (ending: Ending) => void = () => undefined;
  #errors = '';
  #settledPid = 0;

  readonly #program: string;

  private constructor(program: string, rotation: Rotation, time: SharedTime, server: TestAuthority, folder: string) {
    this.#program = program;
    this.rotation = rotation;
    this.time = time;
    this.server = server;
    this.folder = folder;
  }

  /** `program`: the bundled child. */
  static async open(program: string, rotation: Rotation): Promise<Lane> {
    const time = new SharedTime();
    const folder = mkdtempSync(path.join(tmpdir(), 'liaison-crash-'));
    const workspace = await openWorkspace(folder, { clock: time, wrapper: fakeWrapper('laptop') });
    present(workspace.sites).create({ name: 'Villa', address: '', customerName: '', customerLanguage: 'en' }, time.now());
    workspace.close();
    return new Lane(program, rotation, time, await startTestAuthority({ rotation, clock: time }), folder);
  }

  /** Starts the program; `kill`: it shall die while it starts. */
  async start(kill: KillPlan | null): Promise<Ending> {
    const child = this.#fork(kill);
    this.#child = child;
    this.#settledPid = 0;
    this.#errors = '';
    child.stderr?.on('data', (chunk: Buffer) => (this.#errors += chunk.toString('utf8')));
    child.on('message', (message: ToParent) => this.#hear(child, message));
    child.once('exit', (code, signal) => this.#waiting(signal === 'SIGKILL' || code === 137 ? { kind: 'killed' } : { kind: 'broken', why: `exit ${code} ${this.#errors.slice(0, 500)}` }));
    return this.#ending();
  }

  /** Starts the program a second time on the same folder. Returns the problem it was refused with, or `entered`. */
  async startSecond(): Promise<string> {
    const child = this.#fork(null);
    const verdict = await new Promise<string>((resolve) => {
      child.on('message', (message: ToParent) => {
        if (message.type === 'refused') resolve(message.problem);
        else if (message.type === 'presenting') this.#presented(message.tokenHash, child.pid ?? 0);
        else resolve('entered');
      });
      child.once('exit', (code) => resolve(`exit ${code}`));
    });
    child.kill('SIGKILL');
    return verdict;
  }

  /** Which process presented which token. */
  readonly presentations: { readonly tokenHash: string; readonly pid: number }[] = [];

  #presented(tokenHash: string, pid: number): void {
    this.presentations.push({ tokenHash, pid });
  }

  /** The process that runs now; 0: none. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  #fork(kill: KillPlan | null): ChildProcess {
    const { clientId, clientSecret, subscriptionKey, redirectUri } = this.server.options;
    const setting: ChildSetting = { folder: this.folder, origin: this.server.authority.origin, clientId, clientSecret, subscriptionKey, redirectUri, now: this.time.now(), kill };
    const command = [process.execPath, this.#program, JSON.stringify(setting)];
    const inject = kill && 'sync' in kill ? ['strace', '-f', '-qq', '-o', '/dev/null', '-e', 'trace=fsync,fdatasync', '-e', `inject=fsync,fdatasync:signal=KILL:when=${kill.sync}`] : [];
    const [file = '', ...arguments_] = [...inject, ...command];
    // A child is no test: it must not look for the test runner.
    const env = { ...process.env, VITEST: undefined, NODE_COMPILE_CACHE: path.join(path.dirname(this.#program), 'cache') };
    return spawn(file, arguments_, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env });
  }

  /** Lets the running child do something, and perhaps die of it. */
  async do(what: 'refresh' | 'link', kill: KillPlan | null): Promise<Ending> {
    if (!this.#child?.connected) return { kind: 'broken', why: `no process runs that could ${what}` };
    const ending = this.#ending();
    this.#tell({ type: 'do', what, kill });
    return ending;
  }

  /** Kills the running child. */
  async kill(): Promise<void> {
    const ending = this.#ending();
    this.#end();
    await ending;
  }

  #end(): void {
    // Under a tracer the process itself is another one than the child, and would live on without it.
    if (this.#child?.exitCode === null && this.#child.signalCode === null && this.#settledPid > 0) process.kill(this.#settledPid, 'SIGKILL');
    else this.#child?.kill('SIGKILL');
  }

  async close(): Promise<void> {
    this.#end();
    await this.server.authority.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #ending(): Promise<Ending> {
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  #hear(child: ChildProcess, message: ToParent): void {
    if (child !== this.#child) return;
    if (message.type === 'settled') this.#settledPid = message.pid;
    if (message.type === 'settled') this.#waiting({ kind: 'settled', link: message.link });
    if (message.type === 'refused') this.#waiting({ kind: 'broken', why: `the folder was refused: ${message.problem}` });
    if (message.type === 'presenting') this.#presented(message.tokenHash, child.pid ?? 0);
    if (message.type !== 'jump') return;
    this.time.moveTo(message.to);
    this.#tell({ type: 'jumped' });
  }

  #tell(message: ToChild): void {
    if (this.#child?.connected) this.#child.send(message, () => undefined);
  }
}
