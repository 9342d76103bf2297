import { useEffect, useEffectEvent } from 'react';

/** What a key combination asks for. */
export type Shortcut = 'newSite' | 'find' | 'link';

const keys: Readonly<Record<string, Shortcut>> = { n: 'newSite', f: 'find', l: 'link' };

/** The one place that hears key combinations: Ctrl on Windows and Linux, Command on a Mac. Silent while a dialog is open. */
export function useShortcuts(mac: boolean, act: (shortcut: Shortcut) => void): void {
  // The newest `act` from the moment its screen is there: a listener exchanged after painting misses a fast key.
  const perform = useEffectEvent(act);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const combined = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
      const shortcut = combined && !event.altKey && !event.shiftKey ? keys[event.key.toLowerCase()] : undefined;
      if (!shortcut || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      perform(shortcut);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [mac]);
}

/**
 * Enter presses the screen's primary button when nothing else has the focus. Screens where a person decides (the customer's
 * card, Confirm home) do not offer theirs: a hasty Enter must not decide.
 */
export function useEnterOnPrimary(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const focus = document.activeElement;
      const free = focus === null || focus === document.body || focus.hasAttribute('data-landing');
      if (event.key !== 'Enter' || event.repeat || event.defaultPrevented || !free || document.querySelector('dialog[open]')) return;
      document.querySelector<HTMLButtonElement>('button[data-enter]:not(:disabled)')?.click();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
