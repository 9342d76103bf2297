import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { passing, projectFolder } from './sources.ts';

/** Names of devices: Windows cannot make a file of that name, with any ending, and refuses to check out a project that has one. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** Why Windows, or a disk that does not tell capitals apart, cannot hold this file; null: it can. */
function objection(file: string): string | null {
  const parts = file.split('/');
  if (parts.some((part) => DEVICE.test(part))) return 'the name of a device';
  if (parts.some((part) => /[<>:"|?*\\]/u.test(part) || /[. ]$/u.test(part))) return 'a letter that Windows refuses';
  return file.length > 200 ? 'too long' : null;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(path.join(projectFolder, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (passing.has(file)) return [];
    return entry.isDirectory() ? filesIn(file) : [file];
  });
}

describe('the files of the project', () => {
  const files = filesIn('');

  it('can be checked out on Windows', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter((file) => objection(file) !== null)).toEqual([]);
  });

  it('differ in more than capitals', () => {
    expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length);
  });

  it('are objected to for what Windows refuses', () => {
    for (const file of ['NUL', 'a/con.txt', 'aux', 'Lpt1.ts', 'a/what?.ts', 'a:b', 'ends.', 'a'.repeat(201)]) expect(objection(file)).not.toBeNull();
    for (const file of ['null.ts', 'console.ts', 'com.ts', 'a.b/c.test.ts', '.gitignore']) expect(objection(file)).toBeNull();
  });
});
