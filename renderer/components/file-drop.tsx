import { useEffectEvent, useLayoutEffect, useState, type ReactElement } from 'react';
import { DropAnswer } from '../frame-parts.ts';
import { useSession } from '../session.ts';
import type { Dropped } from './drop-answer.tsx';

/** Characters; a company file has fewer than 2,000. Larger ones are told as such by main, which refuses them. */
const LONGEST = 50_000;
const isCompanyFile = ({ name }: File): boolean => /\.(?:liaison|json)$/iu.test(name);
const isTakeover = ({ name }: File): boolean => /\.liaison-sites$/iu.test(name);

/** A company file, or the sites of a colleague, dropped anywhere on the window. Nothing is used before a person says so. Other files are left to the screens that take them. */
export function FileDrop(): ReactElement | null {
  const { goTo, screen } = useSession();
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const take = useEffectEvent((files: readonly File[]): void => {
    const [file] = files;
    if (!file) return;
    const refused = (why: 'several' | 'foreign'): void => setDropped({ refused: why, name: file.name });
    if (files.length > 1) return refused('several');
    if (isTakeover(file)) return goTo({ name: 'takeover', siteId: null, dropped: file, back: screen.name === 'takeover' ? screen.back : screen });
    if (!isCompanyFile(file)) return refused('foreign');
    return void file.slice(0, LONGEST + 1).text().then((text) => setDropped({ name: file.name, text }));
  });
  // As soon as the screen is there, not after its first paint.
  useLayoutEffect(() => hearDrops(take), []);
  return dropped ? <DropAnswer dropped={dropped} onClose={() => setDropped(null)} /> : null;
}

/** Calls `take` with the files of each drop that no screen took and no dialog is open for; the returned function ends that. */
function hearDrops(take: (files: readonly File[]) => void): () => void {
  const over = (event: DragEvent): void => event.preventDefault();
  const drop = (event: DragEvent): void => {
    // A screen that takes files itself has said so.
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (!document.querySelector('dialog[open]')) take([...(event.dataTransfer?.files ?? [])]);
  };
  window.addEventListener('dragover', over);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', drop);
  };
}
