import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, projectFolder, stringOf, walk, type Source, type SyntaxNode } from '../../house/sources.ts';

const isOfTypes = (node: SyntaxNode): boolean => node['importKind'] === 'type' || node['exportKind'] === 'type';

/** The files of ours that a source needs before it runs: what it imports, but for types and what it fetches later. */
function needs({ file, text }: Source): readonly string[] {
  return [...walk(parse({ file, text }))].flatMap(({ node }) => {
    const specifier = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(node.type) && !isOfTypes(node) ? stringOf(node['source']) : undefined;
    return specifier?.startsWith('.') === true ? [path.posix.join(path.posix.dirname(file), specifier)] : [];
  });
}

/** Everything of ours that is there when `entry` begins to run. */
export function thereFrom(entry: string, read: (file: string) => string = (file) => readFileSync(path.join(projectFolder, file), 'utf8')): readonly Source[] {
  const found = new Map<string, Source>();
  const add = (file: string): void => {
    if (found.has(file)) return;
    const source = { file, text: read(file) };
    found.set(file, source);
    for (const needed of needs(source)) if (/\.tsx?$/u.test(needed)) add(needed);
  };
  add(entry);
  return [...found.values()];
}

const quoted = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);

/** The keys that a template text can mean: one that begins with a word and a dot. */
function meant(node: SyntaxNode, keys: readonly string[]): readonly string[] {
  const pieces = (node['quasis'] as readonly { readonly value: { readonly raw: string } }[]).map(({ value }) => value.raw);
  if (!/^\w+\./u.test(pieces[0] ?? '')) return [];
  const pattern = new RegExp(`^${pieces.map((piece) => quoted(piece)).join('.+')}$`, 'u');
  return keys.filter((key) => pattern.test(key));
}

/** Every key among `keys` (without the endings of plurals) that a source may ask for, wherever its text stands. */
export function mayAsk(source: Source, keys: readonly string[]): readonly string[] {
  return [...walk(parse(source))].flatMap(({ node }) => {
    if (node.type === 'TemplateLiteral') return meant(node, keys);
    const text = stringOf(node);
    return text !== undefined && keys.includes(text) ? [text] : [];
  });
}
