import type { Session, SystemPreferences } from 'electron';

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;

/** The one permission the window can have: its camera, without sound, while its dialog for photos is open. Everything else is refused. */
export interface CameraPermission {
  /** For `Session.setPermissionRequestHandler`. */
  readonly request: RequestHandler;
  /** For `Session.setPermissionCheckHandler`. */
  readonly check: CheckHandler;
  /** The dialog is open from now on. False: the system refuses the camera. */
  open(): Promise<boolean>;
  /** The dialog is closed, or the page that had it is gone. */
  close(): void;
}

/** Asks the system, where it wants to be asked: macOS shows its question once, and shows black pictures without it. */
async function systemAllows(platform: NodeJS.Platform, preferences: Pick<SystemPreferences, 'askForMediaAccess'>): Promise<boolean> {
  return platform === 'darwin' ? preferences.askForMediaAccess('camera') : true;
}

/** The camera of the page at `origin`, for example `app://liaison`. */
export function createCameraPermission(origin: string, platform: NodeJS.Platform, preferences: Pick<SystemPreferences, 'askForMediaAccess'>): CameraPermission {
  let isOpen = false;
  const isOurs = (address: string | undefined): boolean => address === origin || address?.startsWith(`${origin}/`) === true;
  const allows = (permission: string, isMainFrame: boolean, address: string | undefined): boolean => isOpen && permission === 'media' && isMainFrame && isOurs(address);
  return {
    request: (_contents, permission, callback, details) => {
      const media = 'mediaTypes' in details ? details.mediaTypes : undefined;
      callback(media?.length === 1 && media[0] === 'video' && allows(permission, details.isMainFrame, details.requestingUrl));
    },
    check: (_contents, permission, requestingOrigin, { mediaType, isMainFrame, requestingUrl }) =>
      mediaType === 'video' && allows(permission, isMainFrame, requestingUrl ?? requestingOrigin),
    open: async () => {
      isOpen = await systemAllows(platform, preferences);
      return isOpen;
    },
    close: () => {
      isOpen = false;
    },
  };
}
