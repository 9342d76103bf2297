import { useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { closeDialog, Dialog } from '../../components/dialog.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Waiting } from './photos.tsx';
import { encodePhoto } from './prepare-photo.ts';
import type { AddPhotos } from './use-add-photos.ts';
import { useCamera } from './use-camera.ts';

interface CameraDialogProps {
  readonly adding: AddPhotos;
  readonly onClose: () => void;
}

/** Takes photos with the camera of the laptop. The camera is on only while this dialog is open. */
export function CameraDialog({ adding, onClose }: CameraDialogProps): ReactElement {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const { isReady, problem } = useCamera(video);
  const shoot = (): void => {
    const { current } = video;
    if (!current || current.videoWidth === 0) return;
    // The picture of this instant, whatever is still being added.
    const made = createImageBitmap(current).then(async (picture) => encodePhoto(picture, picture.width, picture.height));
    adding.add([{ name: t('visit.fromCamera'), make: async () => made }]);
  };
  return (
    <Dialog title={t('visit.camera')} wide onClose={onClose}>
      {problem ? <ProblemNote problem={problem} /> : null}
      {!problem && !isReady ? <p className="muted" role="status">{t('visit.cameraOpening')}</p> : null}
      <video ref={video} className={isReady ? 'camera-picture' : 'camera-picture camera-off'} autoPlay playsInline muted aria-label={t('visit.cameraPicture')} />
      <Waiting adding={adding} />
      <div className="actions">
        {problem ? null : <Button variant="primary" disabled={!isReady} onClick={shoot}>{t('visit.shoot')}</Button>}
        <Button variant="quiet" data-first="" onClick={closeDialog}>{t('visit.close')}</Button>
      </div>
    </Dialog>
  );
}
