import { useEffect, type ReactElement } from 'react';

interface LiveRegionProps {
  readonly text: string;
  readonly onOver: () => void;
}

/** Says politely what just happened: seen for some seconds at the upper edge, where no button is, read by a screen reader. */
export function LiveRegion({ text, onOver }: LiveRegionProps): ReactElement {
  useEffect(() => {
    if (text === '') return undefined;
    const timer = setTimeout(onOver, 8000);
    return () => clearTimeout(timer);
  }, [text, onOver]);
  return (
    <div role="status" aria-live="polite" className={text === '' ? 'visually-hidden' : 'toast'}>
      {text}
    </div>
  );
}
