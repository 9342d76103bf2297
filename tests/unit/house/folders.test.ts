import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { passing, projectFolder } from './sources.ts';

/** Folders whose own folders the picture names too. */
const opened = ['electron', 'renderer', 'tests'] as const;

/** The folders a drawn tree names: two spaces of indentation per floor, a slash at the end of each folder. */
function drawnFolders(tree: string): readonly string[] {
  let top = '';
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', name] = /^( *)([\w.-]+)\//u.exec(line) ?? [];
    if (name === undefined) return [];
    if (indent === '') top = name;
    return [indent === '' ? name : `${top}/${name}`];
  });
}

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(path.join(projectFolder, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => (folder === '' ? entry.name : `${folder}/${entry.name}`))
    .filter((name) => !passing.has(name));

function picture(): string {
  const text = readFileSync(path.join(projectFolder, 'ARCHITECTURE.md'), 'utf8');
  return /```tree\n(?<tree>[^`]*)```/u.exec(text)?.groups?.['tree'] ?? '';
}

describe('the picture in ARCHITECTURE.md', () => {
  it('names exactly the folders that exist', () => {
    const real = ['', ...opened].flatMap((folder) => foldersIn(folder));
    expect(drawnFolders(picture()).toSorted()).toEqual(real.toSorted());
  });

  it('is read as it is drawn', () => {
    expect(drawnFolders('a/   first\n  b/  second\n  c.ts  a file\nd/\n')).toEqual(['a', 'a/b', 'd']);
  });
});
