import { Camera, ImageOff, ImagePlus } from 'lucide-react';
import { useCallback, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoView } from '../../../electron/contract/visit.ts';
import { MOST_PHOTOS } from '../../../electron/contract/visit-limits.ts';
import { useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { dateTime } from '../../i18n/format.ts';
import { useSession } from '../../session.ts';
import { CameraDialog } from './camera-dialog.tsx';
import { PhotoViewer } from './photo-viewer.tsx';
import { sourcesOf, useAddPhotos, useDroppedFiles, type AddPhotos, type Refused } from './use-add-photos.ts';

/** Where the window finds the picture of a photo. */
export function photoAddress({ id }: Pick<PhotoView, 'id'>): string {
  return `/photos/${id}.jpg`;
}

/** What a photo is called: its caption, or when it was added. */
export function usePhotoName(): (photo: PhotoView) => string {
  const { t, i18n } = useTranslation();
  return ({ caption, at }) => (caption === '' ? t('visit.photoOf', { when: dateTime(at, i18n.language) }) : caption);
}

type Open = { readonly kind: 'camera' } | { readonly kind: 'photo'; readonly id: string };

/** The photos of a site: added from files, dropped, pasted, or taken with the camera. */
export function Photos({ siteId }: { readonly siteId: string }): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const { value, problem, again } = useCall('visit.photos', { siteId });
  const [open, setOpen] = useState<Open | null>(null);
  const adding = useAddPhotos(siteId, () => { again(); announce(t('visit.added')); });
  const { add } = adding;
  const pasted = t('visit.pasted');
  useDroppedFiles(useCallback((files) => add(sourcesOf(files)), [add]), useCallback((files) => add(sourcesOf(files, pasted)), [add, pasted]));
  const photos = value ?? [];
  const close = (): void => setOpen(null);
  return (
    <section className="panel" aria-labelledby="site-photos">
      <div className="row-between">
        <h2 id="site-photos">{t('visit.photos')}</h2>
        <span className="checks-count">{t('visit.photoCount', { count: photos.length, most: MOST_PHOTOS })}</span>
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
      <AddButtons adding={adding} isFull={photos.length >= MOST_PHOTOS} openCamera={() => setOpen({ kind: 'camera' })} />
      <p className="small muted">{t('visit.photosHint')}</p>
      <Waiting adding={adding} />
      {photos.length === 0 ? <p className="muted">{t('visit.noPhotos')}</p> : <Gallery photos={photos} show={(id) => setOpen({ kind: 'photo', id })} />}
      {open?.kind === 'photo' ? <PhotoViewer siteId={siteId} photos={photos} first={open.id} again={again} onClose={close} /> : null}
      {open?.kind === 'camera' ? <CameraDialog adding={adding} onClose={close} /> : null}
    </section>
  );
}

function Gallery({ photos, show }: { readonly photos: readonly PhotoView[]; readonly show: (id: string) => void }): ReactElement {
  const { t } = useTranslation();
  const name = usePhotoName();
  return (
    <ul className="gallery">
      {photos.map((photo) => (
        <li key={photo.id}>
          <button type="button" className="thumb" aria-label={photo.isMissing ? undefined : t('visit.show', { photo: name(photo) })} onClick={() => show(photo.id)}>
            {photo.isMissing ? <MissingPicture /> : <img src={photoAddress(photo)} alt="" width={photo.width} height={photo.height} loading="lazy" decoding="async" />}
          </button>
          {photo.caption === '' ? null : <span className="thumb-caption small">{photo.caption}</span>}
        </li>
      ))}
    </ul>
  );
}

/** In the place of a picture whose file is gone. */
export function MissingPicture(): ReactElement {
  const { t } = useTranslation();
  return (
    <span className="thumb-missing small">
      <ImageOff size={24} aria-hidden="true" />
      {t('visit.missing')}
    </span>
  );
}

/** How many photos are still to come, and those that were refused. */
export function Waiting({ adding: { left, refused } }: { readonly adding: Pick<AddPhotos, 'left' | 'refused'> }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <div role="status" className="small muted">{left > 0 ? t('visit.adding', { count: left }) : ''}</div>
      <RefusedFiles refused={refused} />
    </>
  );
}

/** One note for each reason, with the files it concerns. */
function RefusedFiles({ refused }: { readonly refused: readonly Refused[] }): ReactElement {
  const { t } = useTranslation();
  const groups = useMemo(() => Object.values(Object.groupBy(refused, ({ problem: { code, reason } }) => `${code} ${reason ?? ''}`)), [refused]);
  return (
    <>
      {groups.map((group = []) => group[0] && (
        <div key={`${group[0].problem.code} ${group[0].problem.reason}`} className="stack-tight">
          <ProblemNote problem={group[0].problem} />
          <ul className="small refused">
            {group.map(({ name }, index) => (
              <li key={index}>{t('visit.refusedFile', { name })}</li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

interface AddButtonsProps {
  readonly adding: AddPhotos;
  readonly isFull: boolean;
  readonly openCamera: () => void;
}

function AddButtons({ adding, isFull, openCamera }: AddButtonsProps): ReactElement {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="actions">
      <Button disabled={isFull} onClick={() => input.current?.click()}>
        <ImagePlus size={18} aria-hidden="true" />
        {t('visit.addPhotos')}
      </Button>
      <input ref={input} type="file" accept="image/*" multiple hidden aria-label={t('visit.addPhotos')}
        onChange={(event) => {
          adding.add(sourcesOf([...(event.target.files ?? [])]));
          // The same file can be chosen again.
          event.target.value = '';
        }} />
      <Button disabled={isFull} onClick={openCamera}>
        <Camera size={18} aria-hidden="true" />
        {t('visit.takePhoto')}
      </Button>
    </div>
  );
}
