import type { TargetInfo } from './page.ts';
import { chromium } from './registry.ts';
import { debug } from './settings.ts';

/**
 * Closes a window that a page opened. A popup that is closed while it still waits for the debugger can freeze its opener,
 * so it first runs, with its network cut, until it has answered once.
 */
export async function closePopup({ targetId }: TargetInfo, sessionId: string): Promise<void> {
  const { cdp } = chromium();
  const quietly = async (method: string, parameters: object = {}, session: string | undefined = sessionId): Promise<void> => {
    await cdp.send(method, parameters, session).catch((error: unknown) => debug('popup', error));
  };
  cdp.on<{ readonly requestId: string }>('Fetch.requestPaused', ({ requestId }) => void quietly('Fetch.failRequest', { requestId, errorReason: 'Aborted' }), sessionId);
  await quietly('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await quietly('Runtime.runIfWaitingForDebugger');
  await quietly('Runtime.evaluate', { expression: '0' });
  await cdp.send('Target.closeTarget', { targetId }).catch((error: unknown) => debug('popup', error));
}
