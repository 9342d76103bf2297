import { asObject, parseJson, textMember } from '../oauth/json.ts';
import type { Device } from './home.ts';

/** One entry of the list of plants. */
export interface Plant {
  readonly id: string;
  readonly name: string | null;
}

/** What is inside one plant. */
export interface Topology {
  readonly name: string | null;
  readonly devices: readonly Device[];
}

/** Reads `{"plants":[{"id","name"?}]}` (spec 2.5); null when it is something else. The same plant twice counts once. */
export function plantsIn(body: string): readonly Plant[] | null {
  const entries: unknown = asObject(parseJson(body))?.['plants'];
  if (!Array.isArray(entries)) return null;
  const plants = entries.map(plantOf).filter((plant) => plant !== null);
  if (plants.length === 0 && entries.length > 0) return null;
  return [...new Map(plants.map((plant) => [plant.id, plant])).values()];
}

/** Reads `{"plant":{"name","modules":[{"device","name","id"}]}}` (spec 2.5); null when it is something else. A plant without modules is empty. */
export function topologyIn(body: string): Topology | null {
  const plant = asObject(asObject(parseJson(body))?.['plant']);
  if (!plant) return null;
  const modules: unknown = plant['modules'] ?? [];
  return Array.isArray(modules) ? { name: textMember(plant, 'name'), devices: modules.map(deviceOf) } : null;
}

function plantOf(entry: unknown): Plant | null {
  const plant = asObject(entry);
  const id = plant && textMember(plant, 'id');
  return plant && id ? { id, name: textMember(plant, 'name') } : null;
}

/** Nothing is required of a device: one we know nothing of still counts. */
function deviceOf(entry: unknown): Device {
  const device = asObject(entry) ?? {};
  return { id: textMember(device, 'id') ?? '', name: textMember(device, 'name'), kind: textMember(device, 'device') };
}
