import { lineAt, parse, walk, type Source } from './sources.ts';

/** A function and its number of source lines, from its signature to its closing brace. */
export interface FunctionSize {
  readonly place: string;
  readonly lines: number;
}

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** All functions of a source. A method counts from its name, an arrow function from its parameters. */
export function functionSizes(source: Source): readonly FunctionSize[] {
  return [...walk(parse(source))]
    .filter(({ node }) => functionTypes.has(node.type))
    .map(({ node, parent }) => {
      const start = parent !== null && ['MethodDefinition', 'Property'].includes(parent.type) ? parent.start : node.start;
      const first = lineAt(source.text, start);
      return { place: `${source.file}:${String(first)}`, lines: lineAt(source.text, node.end) - first + 1 };
    });
}

/** True when a source has a default export of any kind. */
export function hasDefaultExport(source: Source): boolean {
  return [...walk(parse(source))].some(({ node }) => {
    if (node.type === 'ExportDefaultDeclaration') return true;
    const exported = node.type === 'ExportSpecifier' ? node['exported'] : null;
    return typeof exported === 'object' && exported !== null && 'name' in exported && exported.name === 'default';
  });
}

/** The number of lines of a text; a final line break starts no new line. */
export const lineCount = (text: string): number => text.replace(/\n$/u, '').split('\n').length;
