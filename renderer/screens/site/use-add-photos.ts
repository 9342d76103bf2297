import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../electron/contract/problems.ts';
import type { Result } from '../../../electron/contract/result.ts';
import { call } from '../../client.ts';
import { preparePhoto, type Jpeg } from './prepare-photo.ts';

/** A picture to add: what a person calls it, and how it is made. */
export interface Source {
  readonly name: string;
  readonly make: () => Promise<Result<Jpeg>>;
}

/** A picture that was not added, and why. */
export interface Refused {
  readonly name: string;
  readonly problem: Problem;
}

/** Adding photos, one after the other. */
export interface AddPhotos {
  readonly add: (sources: readonly Source[]) => void;
  /** How many are still to come. */
  readonly left: number;
  readonly refused: readonly Refused[];
}

/** Files as sources; those from the clipboard have no name worth showing. */
export function sourcesOf(files: readonly File[], name?: string): readonly Source[] {
  return files.map((file) => ({ name: name ?? file.name, make: async () => preparePhoto(file) }));
}

/** Adds photos to a site. `then`: after each one that was added. */
export function useAddPhotos(siteId: string, then: () => void): AddPhotos {
  const [left, setLeft] = useState(0);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const after = useRef(then);
  useEffect(() => {
    after.current = then;
  });
  const addOne = useCallback(async ({ name, make }: Source): Promise<void> => {
    const made = await make();
    const added = made.ok ? await call('visit.addPhoto', { siteId, jpeg: made.value }) : made;
    setLeft((count) => count - 1);
    if (added.ok) after.current();
    else setRefused((before) => [...before, { name, problem: added.problem }]);
  }, [siteId]);
  const add = useCallback((sources: readonly Source[]) => {
    if (sources.length === 0) return;
    setRefused([]);
    setLeft((count) => count + sources.length);
    // One at a time: a decoded picture takes hundreds of megabytes.
    for (const source of sources) queue.current = queue.current.then(async () => addOne(source));
  }, [addOne]);
  return { add, left, refused };
}

const filesOf = (transfer: DataTransfer | null): readonly File[] => [...(transfer?.files ?? [])];

/** Takes pictures that are dropped or pasted anywhere on the page, unless a dialog is open. The listeners get the files. */
export function useDroppedFiles(onDrop: (files: readonly File[]) => void, onPaste: (files: readonly File[]) => void): void {
  useEffect(() => {
    const isFree = (): boolean => document.querySelector('dialog[open]') === null;
    const over = (event: DragEvent): void => {
      if (isFree() && event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const take = (event: Event, files: readonly File[], act: (files: readonly File[]) => void): void => {
      if (files.length === 0 || !isFree()) return;
      event.preventDefault();
      act(files);
    };
    const drop = (event: DragEvent): void => take(event, filesOf(event.dataTransfer), onDrop);
    // Text that a picture comes along with, as from a document, is meant as text.
    const paste = (event: ClipboardEvent): void => void (event.clipboardData?.types.includes('text/plain') || take(event, filesOf(event.clipboardData), onPaste));
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [onDrop, onPaste]);
}
