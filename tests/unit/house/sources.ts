import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

/** The project's top folder. */
export const projectFolder: string = path.resolve(import.meta.dirname, '../../..');

/** Made by commands and ignored by version control, or belonging to tools. */
export const passing: ReadonlySet<string> = new Set(['node_modules', 'out', 'release', 'tour', '.git', '.vitest', 'tests/results']);

/** A source file: its path in the project with forward slashes, and its text. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** A node of the syntax tree, as far as a walk needs to know it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

/** All TypeScript sources under some folders of the project, declarations left out. */
export function sourcesUnder(...folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(projectFolder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.[mc]?tsx?$/u.test(entry.name) && !entry.name.endsWith('.d.ts') && !entry.parentPath.includes('node_modules'))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => ({ file: path.relative(projectFolder, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') })),
  );
}

const isNode = (value: unknown): value is SyntaxNode => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Every node of a tree, parents first, each with its parent. */
export function* walk(node: SyntaxNode, parent: SyntaxNode | null = null): Generator<{ readonly node: SyntaxNode; readonly parent: SyntaxNode | null }> {
  yield { node, parent };
  for (const member of Object.values(node)) {
    for (const child of Array.isArray(member) ? member : [member]) if (isNode(child)) yield* walk(child, node);
  }
}

/** The syntax tree of a source; throws when it does not parse, so that no file is passed over in silence. */
export function parse({ file, text }: Source): SyntaxNode {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? 'does not parse'}`);
  const tree: unknown = program;
  if (!isNode(tree)) throw new Error(`${file}: no tree`);
  return tree;
}

/** The line, counted from 1, of a position in a text. */
export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;

/** The text of a string literal, or undefined when the node is something else. */
export function stringOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  return undefined;
}
