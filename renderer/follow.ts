import type { Command } from '../electron/contract/bridge.ts';
import { handoverScreen, siteOf, type Screen } from './navigation.ts';

/** Whether `screen` is one that a command must not lead away from. */
export const isJourney = (screen: Screen): boolean => screen.name === 'link' || screen.name === 'firstStart';

/** Carries out what the menu bar or the keyboard asks for, where it leads to another screen or presses a button of this one. */
export function follow(command: Exclude<Command, 'siteMode' | 'recent'>, screen: Screen, goTo: (screen: Screen) => void): void {
  if (isJourney(screen)) return;
  if (typeof command === 'object') return goTo('openSite' in command ? { name: 'sites', siteId: command.openSite } : { name: 'sites', siteId: null, filter: command.showSites });
  const siteId = siteOf(screen);
  if (command === 'newSite') goTo({ name: 'newSite' });
  if (command === 'dayList') goTo({ name: 'dayList' });
  if (command === 'settings') goTo({ name: 'settings' });
  if (command === 'help') goTo({ name: 'help', query: '' });
  if (command === 'about' && screen.name !== 'about') goTo({ name: 'about', back: screen });
  if (command === 'document' && siteId !== null) goTo(handoverScreen(siteId, screen));
  if (command === 'print') document.querySelector<HTMLButtonElement>('button[data-print]:not(:disabled)')?.click();
  if (command === 'link') document.querySelector<HTMLButtonElement>('button[data-link]:not(:disabled)')?.click();
  if (command !== 'find') return;
  if (screen.name !== 'sites' && screen.name !== 'newSite') goTo({ name: 'sites', siteId });
  // The list may have to appear first.
  setTimeout(() => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus(), 0);
}
