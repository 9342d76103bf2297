import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoView } from '../../../electron/contract/visit.ts';
import { LONGEST_CAPTION } from '../../../electron/contract/visit-limits.ts';
import { call, useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { closeDialog, Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';
import { MissingPicture, photoAddress, usePhotoName } from './photos.tsx';
import { SaveState } from './save-state.tsx';
import { useAutosave } from './use-autosave.ts';

interface ViewerProps {
  readonly siteId: string;
  readonly photos: readonly PhotoView[];
  /** The photo it opens with. */
  readonly first: string;
  /** Asks for the photos again. */
  readonly again: () => void;
  readonly onClose: () => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Photos large, one at a time; the arrow keys go on, except where a caption is typed. */
export function PhotoViewer({ siteId, photos, first, again, onClose }: ViewerProps): ReactElement | null {
  const { t } = useTranslation();
  const [place, setPlace] = useState(() => Math.max(0, photos.findIndex(({ id }) => id === first)));
  const index = Math.min(place, photos.length - 1);
  const photo = photos[index];
  if (!photo) return null;
  const step = (by: number): void => setPlace(Math.min(photos.length - 1, Math.max(0, index + by)));
  const onKey = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by !== undefined && !(event.target instanceof HTMLInputElement)) step(by);
  };
  return (
    <Dialog title={t('visit.viewer', { number: index + 1, count: photos.length })} wide onClose={onClose} onKeyDown={onKey}>
      <div className="viewer">
        <div className="stack">
          <Picture photo={photo} />
          <Steps index={index} count={photos.length} step={step} />
        </div>
        <div className="stack">
          <Caption key={photo.id} siteId={siteId} photo={photo} again={again} />
          <DeletePhoto key={`delete ${photo.id}`} siteId={siteId} photo={photo} isLast={photos.length === 1} again={again} />
        </div>
      </div>
    </Dialog>
  );
}

interface StepsProps {
  readonly index: number;
  readonly count: number;
  readonly step: (by: number) => void;
}

function Steps({ index, count, step }: StepsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="actions viewer-steps">
      <Button data-first="" disabled={index === 0} onClick={() => step(-1)}>
        <ChevronLeft size={18} aria-hidden="true" />
        {t('visit.previous')}
      </Button>
      <Button disabled={index === count - 1} onClick={() => step(1)}>
        {t('visit.next')}
        <ChevronRight size={18} aria-hidden="true" />
      </Button>
    </div>
  );
}

function Picture({ photo }: { readonly photo: PhotoView }): ReactElement {
  const name = usePhotoName();
  return <div className="viewer-picture">{photo.isMissing ? <MissingPicture /> : <img src={photoAddress(photo)} alt={name(photo)} width={photo.width} height={photo.height} />}</div>;
}

interface OneProps {
  readonly siteId: string;
  readonly photo: PhotoView;
  readonly again: () => void;
}

function Caption({ siteId, photo, again }: OneProps): ReactElement {
  const { t } = useTranslation();
  const caption = useAutosave(`caption ${photo.id}`, photo.caption, async (text) => {
    const kept = await call('visit.captionPhoto', { siteId, photoId: photo.id, caption: text });
    if (kept.ok) again();
    return kept;
  });
  return (
    <div className="stack-tight">
      <TextField label={t('visit.caption')} hint={t('visit.captionHint')} value={caption.text} maxLength={LONGEST_CAPTION} onChange={(event) => caption.change(event.target.value)} onBlur={caption.save} />
      <SaveState {...caption} />
    </div>
  );
}

/** Deleting is asked for twice: a photo does not come back. */
function DeletePhoto({ siteId, photo, isLast, again }: OneProps & { readonly isLast: boolean }): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const [asks, setAsks] = useState(false);
  const remove = useAction('visit.deletePhoto');
  const act = (): void =>
    remove.run({ siteId, photoId: photo.id }, () => {
      if (isLast) closeDialog();
      again();
      announce(t('visit.deleted'));
    });
  return (
    <>
      {remove.problem ? <ProblemNote problem={remove.problem} /> : null}
      {asks ? <p><strong>{t('visit.deleteAsk')}</strong></p> : null}
      <div className="actions">
        {asks ? <Button variant="danger" disabled={remove.busy} onClick={act}>{t('visit.deleteYes')}</Button> : null}
        {asks ? <Button onClick={() => setAsks(false)}>{t('visit.keep')}</Button> : <Button variant="stop" onClick={() => setAsks(true)}>{t('visit.deletePhoto')}</Button>}
        <Button variant="quiet" onClick={closeDialog}>{t('visit.close')}</Button>
      </div>
    </>
  );
}
