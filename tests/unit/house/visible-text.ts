import { parse, stringOf, walk, lineAt, type Source, type SyntaxNode } from './sources.ts';

const spokenAttributes = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'aria-placeholder', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label']);
const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

/** The literal texts that an expression can end in, template texts and both branches of a choice included. */
function literals(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null || !('type' in node)) return [];
  const text = stringOf(node);
  if (text !== undefined) return [text];
  if (node.type === 'TemplateLiteral' && 'quasis' in node && Array.isArray(node.quasis)) return node.quasis.map((part: { readonly value: { readonly raw: string } }) => part.value.raw);
  if (node.type === 'ConditionalExpression' && 'consequent' in node && 'alternate' in node) return [...literals(node.consequent), ...literals(node.alternate)];
  if ((node.type === 'LogicalExpression' || node.type === 'BinaryExpression') && 'left' in node && 'right' in node) {
    return node.type === 'LogicalExpression' ? literals(node.right) : [];
  }
  return node.type === 'JSXExpressionContainer' && 'expression' in node ? literals(node.expression) : [];
}

function visibleTexts(node: SyntaxNode, parent: SyntaxNode | null): readonly string[] {
  if (node.type === 'JSXText') return typeof node['value'] === 'string' ? [node['value']] : [];
  if (node.type === 'JSXExpressionContainer' && parent !== null && ['JSXElement', 'JSXFragment'].includes(parent.type)) return literals(node);
  if (node.type !== 'JSXAttribute') return [];
  const name = node['name'];
  const isSpoken = typeof name === 'object' && name !== null && 'name' in name && typeof name.name === 'string' && spokenAttributes.has(name.name);
  return isSpoken ? literals(node['value']) : [];
}

/** Texts written into a component instead of the catalogue, each with its place. */
export function literalTexts(source: Source): readonly string[] {
  return [...walk(parse(source))].flatMap(({ node, parent }) =>
    visibleTexts(node, parent)
      .filter((text) => hasLetters(text))
      .map((text) => `${source.file}:${String(lineAt(source.text, node.start))} ${text.trim()}`),
  );
}
