import { describe, expect, it } from 'vitest';
import { countImports, forbiddenImports } from './import-rules.ts';
import { sourcesUnder } from './sources.ts';

const importing = (file: string, specifier: string): readonly string[] => forbiddenImports({ file, text: `import { a } from '${specifier}';` });

describe('who may import whom', () => {
  it('has no forbidden import', () => {
    const sources = sourcesUnder('electron', 'renderer');
    const imports = sources.reduce((sum, source) => sum + countImports(source), 0);
    console.log(`Imports: ${String(imports)} in ${String(sources.length)} files`);
    expect(imports).toBeGreaterThan(sources.length / 2);
    expect(sources.flatMap((source) => forbiddenImports(source))).toEqual([]);
  });
});

describe('the walk itself', () => {
  it.each([
    ['electron/contract/a.ts', '../oauth/secret.ts'],
    ['electron/contract/a.ts', 'electron'],
    ['electron/contract/a.ts', 'node:crypto'],
    ['electron/oauth/a.ts', '../homes/home.ts'],
    ['electron/oauth/a.ts', '../links/link.ts'],
    ['electron/oauth/a.ts', '../shell/http.ts'],
    ['electron/oauth/a.ts', 'node:https'],
    ['electron/oauth/a.ts', 'electron'],
    ['electron/homes/a.ts', '../links/link.ts'],
    ['electron/homes/a.ts', 'node:fs'],
    ['electron/links/a.ts', '../sites/site.ts'],
    ['electron/links/a.ts', '../shell/vault.ts'],
    ['electron/links/a.ts', 'zod'],
    ['electron/links/a.ts', 'node:timers'],
    ['electron/links/a.ts', '../readiness/a.ts'],
    ['electron/sites/a.ts', '../shell/a.ts'],
    ['electron/sites/a.ts', 'node:sqlite'],
    ['electron/practice/a.ts', '../links/link.ts'],
    ['electron/practice/a.ts', '../shell/a.ts'],
    ['electron/practice/a.ts', 'electron'],
    ['electron/practice/a.ts', 'node:fs'],
    ['electron/practice/a.ts', '../../renderer/app.tsx'],
    ['electron/shell/a.ts', '../../renderer/app.tsx'],
    ['electron/shell/a.ts', '../main.ts'],
    ['electron/shell/a.ts', 'left-pad'],
    ['electron/shell/handlers/a.ts', '../../../renderer/app.tsx'],
    ['electron/main.ts', '../renderer/app.tsx'],
    ['electron/preload.ts', './oauth/secret.ts'],
    ['electron/preload.ts', './shell/window.ts'],
    ['electron/preload.ts', 'node:fs'],
    ['electron/preload.ts', 'electron'],
    ['renderer/screens/site/a.tsx', '../../../electron/links/link.ts'],
    ['renderer/a.tsx', 'electron'],
    ['renderer/a.tsx', 'node:path'],
    ['renderer/a.tsx', 'zod'],
    ['renderer/a.tsx', '../tests/a.ts'],
    ['electron/cellar/a.ts', '../contract/result.ts'],
  ])('finds that %s imports %s', (file, specifier) => {
    expect(importing(file, specifier)).toHaveLength(1);
  });

  it.each([
    ['electron/contract/a.ts', 'zod'],
    ['electron/oauth/a.ts', '../contract/result.ts'],
    ['electron/oauth/a.ts', 'node:crypto'],
    ['electron/homes/a.ts', '../oauth/ports.ts'],
    ['electron/links/a.ts', '../homes/home.ts'],
    ['electron/practice/a.ts', '../oauth/secret.ts'],
    ['electron/shell/handlers/a.ts', '../../practice/authority.ts'],
    ['electron/main.ts', './shell/window.ts'],
    ['electron/preload.ts', './contract/bridge.ts'],
    ['renderer/screens/site/a.tsx', '../../../electron/contract/views.ts'],
    ['renderer/a.tsx', 'react-dom/client'],
  ])('allows that %s imports %s', (file, specifier) => {
    expect(importing(file, specifier)).toEqual([]);
  });

  it.each([
    "import type { Secret } from '../shell/a.ts';",
    "export * from '../shell/a.ts';",
    "export type { A } from '../shell/a.ts';",
    "const a = await import('../shell/a.ts');",
    "const a = require('../shell/a.ts');",
    "type A = import('../shell/a.ts').A;",
    "import '../shell/a.ts';",
    'const a = await import(name);',
  ])('sees through every way of importing: %s', (text) => {
    expect(forbiddenImports({ file: 'electron/oauth/a.ts', text })).toHaveLength(1);
  });

  it('lets the preload script use the bridge and nothing else of electron', () => {
    expect(forbiddenImports({ file: 'electron/preload.ts', text: "import { contextBridge, ipcRenderer } from 'electron';" })).toEqual([]);
    expect(forbiddenImports({ file: 'electron/preload.ts', text: "import { contextBridge, shell } from 'electron';" })).toHaveLength(1);
  });
});
