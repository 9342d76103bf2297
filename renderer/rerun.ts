import { useEffect, useEffectEvent } from 'react';

/** F5, Ctrl+R or Command+R does the screen's check again. Silent while a dialog is open. */
export function useRerun(again: () => void): void {
  const perform = useEffectEvent(again);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const isReload = event.key === 'F5' || ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'r');
      if (!isReload || event.repeat || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      perform();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
