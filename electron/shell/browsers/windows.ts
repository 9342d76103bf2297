import { win32 } from 'node:path';
import type { KnownBrowser } from './known.ts';
import type { System } from './system.ts';

/** One value as reg.exe prints it; `key` is the key it stands under. */
export interface RegistryValue {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/** Reads what `reg query` printed. The name of the default value is written in the language of Windows, so nobody should look for it. Total. */
export function readRegistry(text: string): readonly RegistryValue[] {
  let key = '';
  const values: RegistryValue[] = [];
  for (const line of text.split(/\r?\n/u)) {
    if (line.startsWith('HKEY_')) key = line.trim();
    const found = /^ {4}(?<name>.*?) {4}(?<type>REG_[A-Z_]+) {4}(?<value>.*)$/u.exec(line);
    if (found?.groups && key !== '') values.push({ key, name: found.groups['name'] ?? '', type: found.groups['type'] ?? '', value: (found.groups['value'] ?? '').trim() });
  }
  return values;
}

/** The program a command of the registry starts: `"C:\…\chrome.exe" -- "%1"` → `C:\…\chrome.exe`. Null when there is none. */
export function programOf(command: string): string | null {
  return /^"(?<path>[^"]+\.exe)"/iu.exec(command)?.groups?.['path'] ?? /^(?<path>[^"]+?\.exe)(?:\s|$)/iu.exec(command)?.groups?.['path'] ?? null;
}

const ROOTS = ['HKCU', 'HKLM'] as const;
const CLIENTS = String.raw`SOFTWARE\Clients\StartMenuInternet`;
const APP_PATHS = String.raw`SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths`;

/** reg.exe of Windows itself, never one that lies in the way. */
function registryTool(system: System): string {
  return win32.join(system.variable('SystemRoot') || String.raw`C:\Windows`, 'System32', 'reg.exe');
}

async function query(system: System, ...arguments_: readonly string[]): Promise<readonly RegistryValue[]> {
  return readRegistry((await system.run(registryTool(system), ['query', ...arguments_])) ?? '');
}

async function registeredPrograms(system: System, { executable }: NonNullable<KnownBrowser['windows']>): Promise<readonly string[]> {
  const found = await Promise.all(ROOTS.flatMap((root) => [
    query(system, `${root}\\${CLIENTS}`, '/s', '/ve'),
    query(system, `${root}\\${APP_PATHS}\\${executable}`, '/ve'),
  ]));
  const commands = found.flat().filter(({ key }) => /\\shell\\open\\command$/iu.test(key) || key.toLowerCase().endsWith(`\\app paths\\${executable}`));
  return commands.map(({ value }) => programOf(value)).filter((path) => path !== null && win32.basename(path).toLowerCase() === executable) as readonly string[];
}

function usualPrograms(system: System, { executable, folders }: NonNullable<KnownBrowser['windows']>): readonly string[] {
  const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432', 'LOCALAPPDATA'].map((name) => system.variable(name)).filter((folder) => folder !== '');
  return roots.flatMap((root) => folders.map((folder) => win32.join(root, folder, executable)));
}

/** The executable of a browser: as registered (Start menu clients, App Paths), else in its usual folders. Null when no such file is there. */
export async function findOnWindows(system: System, browser: KnownBrowser): Promise<string | null> {
  if (!browser.windows) return null;
  const candidates = [...(await registeredPrograms(system, browser.windows)), ...usualPrograms(system, browser.windows)];
  return candidates.find((path) => system.exists(path)) ?? null;
}

/** Whether a rule of the company forbids private windows. A rule that cannot be read counts as none. */
export async function isForbiddenOnWindows(system: System, { windows, rule }: KnownBrowser, program: string): Promise<boolean> {
  if (!windows) return false;
  const found = await Promise.all(ROOTS.map(async (root) => query(system, `${root}\\SOFTWARE\\Policies\\${windows.policy}`, '/v', rule.name)));
  const isSet = found.flat().some(({ name, type, value }) => name === rule.name && type === 'REG_DWORD' && Number(value) === rule.forbids);
  return isSet || isForbiddenByFile(system, win32.join(win32.dirname(program), 'distribution', 'policies.json'), rule);
}

/** Firefox also obeys a file beside its program; other browsers have none there. */
export function isForbiddenByFile(system: System, file: string, { name, forbids }: KnownBrowser['rule']): boolean {
  const text = system.read(file);
  if (text === null) return false;
  try {
    const parsed: unknown = JSON.parse(text);
    return [parsed, memberOf(parsed, 'policies')].some((rules) => Number(memberOf(rules, name)) === forbids);
  } catch {
    return false;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
