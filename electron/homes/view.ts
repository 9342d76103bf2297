import type { HomeView } from '../contract/views.ts';
import type { Device, Home } from './home.ts';

const SHORT_ID_LENGTH = 4;
const MOST_DEVICE_NAMES = 40;
const LONGEST_NAME = 200;

/** A home as the window may see it: the last four characters of its id, and up to 40 device names (spec 2.5: homes can bear the same name). */
export function homeView(home: Home): HomeView {
  return {
    shortId: Array.from(home.id).slice(-SHORT_ID_LENGTH).join(''),
    name: displayName(home.name),
    deviceCount: home.devices?.length ?? null,
    deviceNames: (home.devices ?? []).flatMap(deviceName).slice(0, MOST_DEVICE_NAMES),
    problem: home.problem,
  };
}

/** A device without a name is shown by its kind; without either it only counts. */
function deviceName(device: Device): readonly string[] {
  const name = displayName(device.name) ?? displayName(device.kind);
  return name === null ? [] : [name];
}

/** Without control characters, at most 200 long, never half a character; null when nothing is left. */
function displayName(name: string | null): string | null {
  const plain = (name ?? '').replaceAll(/\p{Cc}+/gu, ' ').trim().slice(0, LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, '');
  return plain === '' ? null : plain;
}
