import { useEffect, useEffectEvent } from 'react';
import type { Command, PlainCommand } from '../electron/contract/bridge.ts';

const plain: Readonly<Record<string, PlainCommand>> = { n: 'newSite', o: 'recent', f: 'find', l: 'link', e: 'document', p: 'print', ',': 'settings' };
/** With Shift: the question mark lies there on most keyboards. */
const shifted: Readonly<Record<string, PlainCommand>> = { s: 'siteMode', '?': 'help' };

/** What `event` asks for, or undefined. Help is F1, on a Mac also Command and the question mark. */
function commandOf(event: KeyboardEvent, mac: boolean): PlainCommand | undefined {
  if (event.key === 'F1') return 'help';
  const combined = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!combined || event.altKey) return undefined;
  return (event.shiftKey ? shifted : plain)[event.key.toLowerCase()];
}

/** Whether `command` may be carried out while a dialog asks something. */
const duringDialog = (command: Command): boolean => command === 'siteMode' || !document.querySelector('dialog[open]');

/** The one place that hears key combinations (Ctrl on Windows and Linux, Command on a Mac) and the commands of the menu bar. Silent while a dialog is open, but for site mode. */
export function useCommands(mac: boolean, act: (command: Command) => void): void {
  // The newest `act` from the moment its screen is there: a listener exchanged after painting misses a fast key.
  const perform = useEffectEvent(act);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const command = commandOf(event, mac);
      if (!command || !duringDialog(command)) return;
      event.preventDefault();
      perform(command);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [mac]);
  useEffect(() => window.liaison.onCommand((command) => void (duringDialog(command) && perform(command))), []);
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
