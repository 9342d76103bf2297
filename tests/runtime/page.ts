import { chromium, windowOfTarget } from './registry.ts';
import { debug } from './settings.ts';

/** Chromium's description of a tab, as far as it is used. */
export interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly openerId?: string;
}

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: TargetInfo;
}

const attached = new Map<string, PromiseWithResolvers<string>>();

function attachment(targetId: string): PromiseWithResolvers<string> {
  const known = attached.get(targetId) ?? Promise.withResolvers<string>();
  attached.set(targetId, known);
  return known;
}

function letGo(sessionId: string): void {
  const { cdp } = chromium();
  for (const method of ['Runtime.runIfWaitingForDebugger', 'Target.detachFromTarget']) {
    const parameters = method.startsWith('Target') ? { sessionId } : {};
    cdp.send(method, parameters, method.startsWith('Target') ? undefined : sessionId).catch((error: unknown) => debug('let go', error));
  }
}

/** Attaches to every page that is opened, and hears when one is gone. */
export async function watchTargets(): Promise<void> {
  const { cdp } = chromium();
  cdp.on<Attached>('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const opener = windowOfTarget(targetInfo.openerId);
    if (targetInfo.type !== 'page') letGo(sessionId);
    else if (opener) opener.webContents.refusePopup(targetInfo, sessionId);
    else attachment(targetInfo.targetId).resolve(sessionId);
  });
  cdp.on<{ readonly targetId: string }>('Target.targetDestroyed', ({ targetId }) => windowOfTarget(targetId)?.pageIsGone());
  cdp.on<{ readonly targetId: string; readonly errorCode: number }>('Target.targetCrashed', ({ targetId, errorCode }) => windowOfTarget(targetId)?.webContents.crashed(errorCode));
  await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
}

/** One page of Chromium, held until `open` has resolved. */
export class Page {
  targetId: string | undefined;
  private sessionId = '';

  /** Makes the page. It waits for `Runtime.runIfWaitingForDebugger`. */
  async open(width: number, height: number): Promise<string> {
    const { targetId } = await chromium().cdp.send<{ readonly targetId: string }>('Target.createTarget', { url: 'about:blank', width, height, newWindow: true });
    this.targetId = targetId;
    this.sessionId = await attachment(targetId).promise;
    attached.delete(targetId);
    return targetId;
  }
  async close(): Promise<void> {
    await chromium().cdp.send('Target.closeTarget', { targetId: this.targetId });
  }
  async send<Result = unknown>(method: string, parameters: object = {}): Promise<Result> {
    return chromium().cdp.send<Result>(method, parameters, this.sessionId);
  }
  /** Sends what may fail because the page is just going away. */
  tell(method: string, parameters: object = {}): void {
    this.send(method, parameters).catch((error: unknown) => debug(error));
  }
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what the protocol promises
  on<Parameters_>(method: string, listener: (parameters: Parameters_) => void): void {
    chromium().cdp.on<Parameters_>(method, listener, this.sessionId);
  }
}
