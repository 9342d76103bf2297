import { createEvent } from './events.ts';
import { answerRequest, type PausedRequest } from './page-requests.ts';
import { WORLD } from './page-scripts.ts';
import { fromChromium } from './schemes.ts';
import { debug } from './settings.ts';
import type { WebContents } from './web-contents.ts';

interface ExecutionContext {
  readonly uniqueId: string;
  readonly name: string;
  readonly auxData?: { readonly frameId?: string };
}
interface Frame {
  readonly id: string;
  readonly parentId?: string;
  readonly url: string;
  readonly urlFragment?: string;
}
interface ConsoleCall {
  readonly type: string;
  readonly args: readonly { readonly type: string; readonly value?: string | number | boolean | null; readonly description?: string }[];
}

function listenToWorlds(contents: WebContents): void {
  const { page } = contents;
  page.on<{ readonly context: ExecutionContext }>('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === WORLD && context.auxData?.frameId === page.targetId) contents.world = context.uniqueId;
  });
  page.on('Runtime.executionContextsCleared', () => {
    contents.world = undefined;
  });
  page.on<{ readonly payload: string }>('Runtime.bindingCalled', ({ payload }) => contents.receive(payload));
  page.on<ConsoleCall>('Runtime.consoleAPICalled', ({ type, args }) => {
    const message = args.map((argument) => String(argument.value ?? argument.description ?? argument.type)).join(' ');
    contents.emit('console-message', createEvent({ level: type === 'warn' ? 'warning' : type, message, lineNumber: 0, sourceId: '' }));
    debug('page', type, message);
  });
}

function listenToNavigation(contents: WebContents): void {
  const { page } = contents;
  page.on<{ readonly frame: Frame }>('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId !== undefined) return;
    contents.url = fromChromium(frame.url + (frame.urlFragment ?? ''));
    contents.emit('did-navigate', createEvent({}), contents.url, 200, 'OK');
  });
  page.on<{ readonly frameId: string; readonly url: string }>('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (frameId !== page.targetId) return;
    contents.url = fromChromium(url);
    contents.emit('did-navigate-in-page', createEvent({}), contents.url, true);
  });
  page.on<{ readonly frameId: string; readonly navigationType: string }>('Page.frameStartedNavigating', ({ frameId, navigationType }) => {
    if (frameId === page.targetId) contents.navigationType = navigationType;
  });
}

function listenToLoading(contents: WebContents): void {
  const { page } = contents;
  page.on('Page.domContentEventFired', () => {
    if (contents.loading) contents.emit('dom-ready', createEvent({}));
  });
  page.on('Page.loadEventFired', () => {
    if (!contents.loading) return;
    contents.loading = false;
    contents.emit('did-finish-load', createEvent({}));
    contents.emit('did-stop-loading', createEvent({}));
    contents.owner.firstPicture();
  });
}

/** Turns what Chromium tells of a page into Electron's events. */
export function listenToPage(contents: WebContents): void {
  listenToWorlds(contents);
  listenToNavigation(contents);
  listenToLoading(contents);
  contents.page.on<NonNullable<WebContents['popup']>>('Page.windowOpen', (popup) => {
    contents.popup = { ...popup, url: fromChromium(popup.url) };
  });
  contents.page.on('Page.javascriptDialogOpening', () => contents.page.tell('Page.handleJavaScriptDialog', { accept: true }));
  contents.page.on<PausedRequest>('Fetch.requestPaused', (paused) => answerRequest(contents, paused));
}
