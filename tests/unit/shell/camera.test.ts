import type { WebContents } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCameraPermission, type CameraPermission } from '../../../electron/shell/camera.ts';

const OURS = 'app://liaison/index.html';
const contents = {} as WebContents;
let camera: CameraPermission;
let asked: string[];
let systemSays: boolean;

function createFor(platform: NodeJS.Platform): CameraPermission {
  return createCameraPermission('app://liaison', platform, { askForMediaAccess: async (what) => (asked.push(what), systemSays) });
}

beforeEach(() => {
  asked = [];
  systemSays = true;
  camera = createFor('win32');
});

interface Wish {
  readonly permission?: Parameters<CameraPermission['request']>[1];
  readonly mediaTypes?: ('video' | 'audio')[];
  readonly isMainFrame?: boolean;
  readonly requestingUrl?: string;
}

function isGranted({ permission = 'media', mediaTypes = ['video'], isMainFrame = true, requestingUrl = OURS }: Wish = {}): boolean {
  let granted: boolean | undefined;
  camera.request(contents, permission, (answer) => (granted = answer), { isMainFrame, requestingUrl, mediaTypes });
  if (granted === undefined) throw new Error('no answer');
  return granted;
}

const isChecked = (mediaType: 'video' | 'audio' | 'unknown', requestingUrl = OURS, isMainFrame = true): boolean => camera.check(contents, 'media', 'app://liaison', { mediaType, isMainFrame, requestingUrl });

describe('the camera', () => {
  it('is refused until its dialog is open, given while it is, and refused again afterwards', async () => {
    expect([isGranted(), isChecked('video')]).toEqual([false, false]);
    expect(await camera.open()).toBe(true);
    expect([isGranted(), isChecked('video')]).toEqual([true, true]);
    camera.close();
    expect([isGranted(), isChecked('video')]).toEqual([false, false]);
  });

  it.each([
    ['the microphone', { mediaTypes: ['audio'] }],
    ['camera and microphone at once', { mediaTypes: ['video', 'audio'] }],
    ['nothing named', { mediaTypes: [] }],
    ['the screen', { permission: 'display-capture' }],
    ['a place', { permission: 'geolocation' }],
    ['a frame inside the page', { isMainFrame: false }],
    ['a page of a stranger', { requestingUrl: 'https://example.com/' }],
    ['an address that begins like ours', { requestingUrl: 'app://liaison.example/index.html' }],
  ] as const satisfies readonly (readonly [string, unknown])[])('is all that is given while it is open: not %s', async (_what, wish) => {
    await camera.open();
    expect(isGranted(wish as Wish)).toBe(false);
  });

  it('is the only thing that a check finds allowed', async () => {
    await camera.open();
    expect([isChecked('audio'), isChecked('unknown'), isChecked('video', 'https://example.com/'), isChecked('video', OURS, false)]).toEqual([false, false, false, false]);
    expect(camera.check(contents, 'clipboard-read', 'app://liaison', { isMainFrame: true, requestingUrl: OURS })).toBe(false);
    expect(camera.check(null, 'media', 'app://liaison', { mediaType: 'video', isMainFrame: true })).toBe(true);
  });

  it('asks macOS first, and stays refused when macOS says no; other systems are not asked', async () => {
    await camera.open();
    expect(asked).toEqual([]);
    systemSays = false;
    camera = createFor('darwin');
    expect([await camera.open(), isGranted(), asked]).toEqual([false, false, ['camera']]);
  });
});
