import type * as Electron from 'electron';
import { chromium } from './registry.ts';
import { originOf, toChromium } from './schemes.ts';
import type { Session } from './session.ts';
import { debug } from './settings.ts';

type Permission = Parameters<NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>>[1];

/** A permission as Electron asks for it, and Chromium's name for it. */
interface Question {
  readonly permission: Permission;
  readonly name: string;
  readonly media?: 'video' | 'audio';
}

/** Those that Chromium lets us set. */
const QUESTIONS: readonly Question[] = [
  { permission: 'notifications', name: 'notifications' },
  { permission: 'geolocation', name: 'geolocation' },
  { permission: 'media', name: 'camera', media: 'video' },
  { permission: 'media', name: 'microphone', media: 'audio' },
  { permission: 'midi', name: 'midi' },
  { permission: 'clipboard-read', name: 'clipboard-read' },
];

/** What Chromium was told last, by origin and name. */
const told = new Map<string, string>();

async function isGranted(session: Session, contents: Electron.WebContents, { permission, media }: Question, url: string): Promise<boolean> {
  const details = { isMainFrame: true, requestingUrl: url, securityOrigin: originOf(url) };
  if (session.permissionCheck?.(contents, permission, originOf(url), { ...details, ...(media && { mediaType: media }) }) === false) return false;
  const ask = session.permissionRequest;
  return ask ? new Promise((resolve) => ask(contents, permission, resolve, { ...details, ...(media && { mediaTypes: [media] }) })) : true;
}

async function apply(session: Session, contents: Electron.WebContents, url: string, questions: readonly Question[]): Promise<void> {
  const origin = originOf(toChromium(url));
  if (!/^https?:/.test(origin)) return;
  for (const question of questions) {
    const setting = (await isGranted(session, contents, question, url)) ? 'granted' : 'denied';
    const key = `${origin} ${question.name}`;
    if (told.get(key) === setting) continue;
    told.set(key, setting);
    await chromium().cdp.send('Browser.setPermission', { permission: { name: question.name }, setting, origin }).catch((error: unknown) => debug(question.name, error));
  }
}


/** Asks the session's handlers beforehand, for Chromium cannot ask them when the page does. Without handlers Electron grants everything. */
export async function applyPermissions(session: Session, contents: Electron.WebContents, url: string): Promise<void> {
  await apply(session, contents, url, QUESTIONS);
}

/** The same for camera and microphone, whenever main has answered the page: what it gives depends on what the page told it. */
export async function applyMediaPermissions(session: Session, contents: Electron.WebContents, url: string): Promise<void> {
  await apply(session, contents, url, QUESTIONS.filter(({ media }) => media));
}
