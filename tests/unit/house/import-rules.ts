import path from 'node:path';
import { parse, stringOf, walk, type Source, type SyntaxNode } from './sources.ts';

/** What a room may import: rooms of ours, and packages or Node modules by pattern. */
interface Rule {
  readonly rooms: readonly string[];
  readonly packages: RegExp;
}

const nothing = /^(?!)/u;
const hashesOnly = /^node:crypto$/u;
const domain = ['contract', 'oauth', 'homes', 'links', 'sites', 'readiness', 'handover', 'practice', 'updates'] as const;

/** The table of ARCHITECTURE.md. A room that is not listed may import nothing: a new room needs a line here. */
const rules: Readonly<Record<string, Rule>> = {
  contract: { rooms: [], packages: /^zod$/u },
  oauth: { rooms: ['contract'], packages: /^(zod|node:crypto)$/u },
  homes: { rooms: ['contract', 'oauth'], packages: /^(zod|node:crypto)$/u },
  links: { rooms: ['contract', 'oauth', 'homes'], packages: hashesOnly },
  sites: { rooms: ['contract', 'oauth', 'homes', 'links'], packages: hashesOnly },
  readiness: { rooms: ['contract', 'oauth', 'homes', 'links'], packages: hashesOnly },
  handover: { rooms: ['contract', 'oauth', 'homes', 'links', 'sites'], packages: hashesOnly },
  practice: { rooms: ['contract', 'oauth'], packages: /^node:(http|net|crypto)$/u },
  updates: { rooms: ['contract'], packages: nothing },
  shell: { rooms: [...domain], packages: /^(zod|electron|electron-store|electron-updater(\/.*)?|electron-log(\/.*)?|yazl|yauzl|node:.*)$/u },
  'main.ts': { rooms: [...domain, 'shell', 'program.ts'], packages: /^(electron|node:.*)$/u },
  'program.ts': { rooms: [...domain, 'shell'], packages: /^(electron|node:.*)$/u },
  // The program of a thread: no Electron there.
  'worker.ts': { rooms: ['shell'], packages: /^node:worker_threads$/u },
  'preload.ts': { rooms: ['contract'], packages: /^electron$/u },
  renderer: { rooms: ['contract'], packages: /^(react|react-dom|react-i18next|i18next|lucide-react|papaparse|ical\.js|qr|@tanstack\/react-virtual)(\/.*)?$/u },
};

/** Members of the electron module that the preload script may use. */
const preloadMembers = new Set(['contextBridge', 'ipcRenderer']);

function roomOf(file: string): string {
  const [top = '', room = ''] = file.split('/');
  return top === 'electron' ? room : top;
}

function specifierOf(node: SyntaxNode): string | undefined {
  if (node.type === 'CallExpression') {
    const callee = node['callee'];
    const isRequire = typeof callee === 'object' && callee !== null && 'name' in callee && callee.name === 'require';
    return isRequire && Array.isArray(node['arguments']) ? (stringOf(node['arguments'][0]) ?? '(computed)') : undefined;
  }
  if (node.type === 'ImportExpression') return stringOf(node['source']) ?? '(computed)';
  if (node.type === 'TSExternalModuleReference') return stringOf(node['expression']);
  return ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'TSImportType'].includes(node.type) ? stringOf(node['source']) : undefined;
}

function isAllowed(file: string, specifier: string): boolean {
  const room = roomOf(file);
  const rule = rules[room] ?? { rooms: [], packages: nothing };
  if (!specifier.startsWith('.')) return rule.packages.test(specifier);
  const target = roomOf(path.posix.join(path.posix.dirname(file), specifier));
  return target === room || rule.rooms.includes(target);
}

function usesForbiddenMember(file: string, node: SyntaxNode): boolean {
  if (file !== 'electron/preload.ts' || node.type !== 'ImportDeclaration' || stringOf(node['source']) !== 'electron') return false;
  const specifiers: readonly unknown[] = Array.isArray(node['specifiers']) ? node['specifiers'] : [];
  return specifiers.some((specifier) => {
    const imported = typeof specifier === 'object' && specifier !== null && 'imported' in specifier ? specifier.imported : null;
    return !(typeof imported === 'object' && imported !== null && 'name' in imported && typeof imported.name === 'string' && preloadMembers.has(imported.name));
  });
}

/** Forbidden imports of a source, one sentence each. Types count too: a room that names another's type depends on it. */
export function forbiddenImports(source: Source): readonly string[] {
  return [...walk(parse(source))].flatMap(({ node }) => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return [];
    const isFine = isAllowed(source.file, specifier) && !usesForbiddenMember(source.file, node);
    return isFine ? [] : [`${source.file} must not import ${specifier}`];
  });
}

/** How many imports of any kind a source has. */
export const countImports = (source: Source): number => [...walk(parse(source))].filter(({ node }) => specifierOf(node) !== undefined).length;
