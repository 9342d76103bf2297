import type * as Electron from 'electron';
import { complete } from './not-implemented.ts';

type ImagePart = Pick<Electron.NativeImage, 'isEmpty' | 'toPNG' | 'toDataURL' | 'resize' | 'getSize' | 'setTemplateImage'>;

/** An image that is nothing but its PNG; sizes are not read. */
export function imageOf(png: Buffer): Electron.NativeImage {
  const image: ImagePart = {
    isEmpty: () => png.length === 0,
    toPNG: () => png,
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
    resize: () => image as Electron.NativeImage,
    getSize: () => ({ width: 0, height: 0 }),
    setTemplateImage: () => undefined,
  };
  return complete('nativeImage', image) as Electron.NativeImage;
}

/** No image. */
export const emptyImage = imageOf(Buffer.alloc(0));

type Factory = Pick<typeof Electron.nativeImage, 'createEmpty' | 'createFromPath' | 'createFromDataURL' | 'createFromBuffer'>;

/** Electron's `nativeImage`: every image is empty. */
export const nativeImage: Factory = complete('nativeImage', {
  createEmpty: () => emptyImage,
  createFromPath: () => emptyImage,
  createFromDataURL: () => emptyImage,
  createFromBuffer: () => emptyImage,
});
