import { createElement, useEffect, useState, type ComponentType, type FunctionComponent } from 'react';
import { bringOtherTexts } from './i18n/index.ts';

/** A part of the window whose program comes when it is first shown, or before, when somebody fetches it. */
export type Later<Props extends object> = FunctionComponent<Props> & { readonly fetch: () => Promise<void> };

/**
 * Makes a part out of `load`. Before its program and the texts that a start does not bring are there, nothing is drawn in its place: that takes a few milliseconds from the disk, and once
 * fetched it is drawn at once.
 * (React's `lazy` would show a fallback for up to 300 ms even then.) A part that cannot be loaded fails like any other part that cannot be drawn.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  const here: { part?: ComponentType<Props> } = {};
  const fetch = async (): Promise<void> => {
    if (here.part !== undefined) return;
    const [part] = await Promise.all([load(), bringOtherTexts()]);
    here.part = part;
  };
  const Part = (props: Props): ReturnType<FunctionComponent<Props>> => {
    const [, arrived] = useState(here.part !== undefined);
    useEffect(() => {
      // It may have come since this was drawn, because somebody else wanted it: then it is drawn again, too.
      fetch().then(
        () => arrived(true),
        (error: unknown) =>
          arrived(() => {
            throw error;
          }),
      );
    }, []);
    return here.part === undefined ? null : createElement(here.part, props);
  };
  return Object.assign(Part, { fetch });
}
