import { useEffect, useState, type RefObject } from 'react';
import type { Problem } from '../../../electron/contract/problems.ts';
import { call } from '../../client.ts';

/** The camera while its dialog is open. */
export interface CameraState {
  readonly isReady: boolean;
  /** L-71 with the reason. */
  readonly problem: Problem | null;
}

const refused = (reason: 'cameraRefused' | 'cameraMissing'): CameraState => ({ isReady: false, problem: { code: 'L-71', reason } });
const wasRefused = (error: unknown): boolean => error instanceof DOMException && ['NotAllowedError', 'SecurityError'].includes(error.name);

/** The picture of the camera, without sound; or why there is none. Main lets the page have it from the first call on. */
async function openCamera(): Promise<MediaStream | CameraState> {
  const allowed = await call('visit.camera', { open: true });
  if (!allowed.ok) return { isReady: false, problem: allowed.problem };
  if (!allowed.value) return refused('cameraRefused');
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: false, video: { width: { ideal: 1920 }, height: { ideal: 1080 }, facingMode: 'environment' } });
  } catch (error) {
    return refused(wasRefused(error) ? 'cameraRefused' : 'cameraMissing');
  }
}

const stop = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};

/** Shows the camera's picture in `video` until the dialog is gone; then nobody may use it any more. */
export function useCamera(video: RefObject<HTMLVideoElement | null>): CameraState {
  const [state, setState] = useState<CameraState>({ isReady: false, problem: null });
  useEffect(() => {
    let isOver = false;
    let stream: MediaStream | null = null;
    void openCamera().then((opened) => {
      if (!(opened instanceof MediaStream)) return void (isOver || setState(opened));
      // The dialog was closed while the camera opened.
      if (isOver) return stop(opened);
      stream = opened;
      if (video.current) video.current.srcObject = opened;
      return setState({ isReady: true, problem: null });
    });
    return () => {
      isOver = true;
      stop(stream);
      void call('visit.camera', { open: false });
    };
  }, [video]);
  return state;
}
