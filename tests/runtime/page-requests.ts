import type * as Electron from 'electron';
import { createEvent } from './events.ts';
import { applyPermissions } from './permissions.ts';
import { fromChromium, handlerFor, HOST_SUFFIX, policyForChromium } from './schemes.ts';
import { debug } from './settings.ts';
import type { WebContents } from './web-contents.ts';

/** A request that Chromium holds until it is answered (CDP, Fetch.requestPaused). */
export interface PausedRequest {
  readonly requestId: string;
  readonly request: { readonly url: string; readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly postData?: string };
  readonly resourceType: string;
  readonly frameId: string;
  readonly redirectedRequestId?: string;
}

/** What Chromium must hold: our schemes, every navigation, and all where the app listens to requests. */
export function heldRequests(contents: WebContents): object {
  const all = contents.session.beforeRequest ? [{ urlPattern: '*' }] : [];
  return { patterns: [{ urlPattern: `https://*${HOST_SUFFIX}/*` }, { urlPattern: '*', resourceType: 'Document' }, ...all] };
}

async function fail(contents: WebContents, { requestId }: PausedRequest, errorReason: string): Promise<void> {
  await contents.page.send('Fetch.failRequest', { requestId, errorReason });
}

/** Tells the app of a navigation the page wants; false: the app prevented it. */
function mayNavigate(contents: WebContents, url: string, isMainFrame: boolean, isRedirect: boolean): boolean {
  const frame = contents.mainFrame;
  const event = createEvent({ url, isMainFrame, isSameDocument: false, frame, initiator: frame });
  if (isRedirect) contents.emit('will-redirect', event, url, false, isMainFrame);
  else {
    contents.emit('will-frame-navigate', event);
    if (isMainFrame) contents.emit('will-navigate', event, url, false, true);
  }
  return !event.defaultPrevented;
}

/** Judges a navigation and prepares for it; false: it must not happen. */
async function admitDocument(contents: WebContents, paused: PausedRequest, url: string): Promise<boolean> {
  const isMainFrame = paused.frameId === contents.page.targetId;
  const isRedirect = paused.redirectedRequestId !== undefined;
  const isOwnWish = isMainFrame && !isRedirect && contents.takeOwnNavigation(paused.request.url);
  if (!isOwnWish && !mayNavigate(contents, url, isMainFrame, isRedirect)) return false;
  if (!isMainFrame) return true;
  contents.startsLoading(url);
  await applyPermissions(contents.session, contents as unknown as Electron.WebContents, url);
  return true;
}

/** Asks `webRequest.onBeforeRequest`. */
async function isCancelled(contents: WebContents, paused: PausedRequest, url: string): Promise<boolean> {
  const listener = contents.session.beforeRequest;
  if (!listener) return false;
  const details = { id: 0, timestamp: Date.now(), url, method: paused.request.method, resourceType: paused.resourceType.toLowerCase(), referrer: '' };
  const response = await new Promise<Electron.CallbackResponse>((resolve) => listener(details as unknown as Electron.OnBeforeRequestListenerDetails, resolve));
  return response.cancel === true;
}

async function callHandler(paused: PausedRequest, url: string): Promise<Response | undefined> {
  const { method, headers, postData } = paused.request;
  try {
    return await handlerFor(url)?.(new Request(url, { method, headers, ...(postData === undefined ? {} : { body: postData }) }));
  } catch (error) {
    console.error('Error in protocol handler:', error);
    return undefined;
  }
}

/** Serves a request out of `protocol.handle`. */
async function serve(contents: WebContents, paused: PausedRequest, url: string): Promise<void> {
  const response = await callHandler(paused, url);
  if (!response) return fail(contents, paused, 'Failed');
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value: name.startsWith('content-security-policy') ? policyForChromium(value) : value }));
  await contents.page.send('Fetch.fulfillRequest', { requestId: paused.requestId, responseCode: response.status, responseHeaders, body });
}

async function decide(contents: WebContents, paused: PausedRequest): Promise<void> {
  const url = fromChromium(paused.request.url);
  if (paused.resourceType === 'Document' && !(await admitDocument(contents, paused, url))) return fail(contents, paused, 'Aborted');
  if (await isCancelled(contents, paused, url)) return fail(contents, paused, 'BlockedByClient');
  if (handlerFor(url)) return serve(contents, paused, url);
  if (paused.request.url.includes(HOST_SUFFIX)) return fail(contents, paused, 'ConnectionRefused');
  await contents.page.send('Fetch.continueRequest', { requestId: paused.requestId });
}

/** Answers one held request. */
export function answerRequest(contents: WebContents, paused: PausedRequest): void {
  decide(contents, paused).catch((error: unknown) => debug('request', paused.request.url, error));
}
