import { describe, expect, it } from 'vitest';
import { functionSizes, hasDefaultExport, lineCount } from './function-sizes.ts';
import { sourcesUnder } from './sources.ts';

const MOST_LINES_OF_A_FUNCTION = 40;
const MOST_LINES_OF_A_FILE = 320;

const product = sourcesUnder('electron', 'renderer', 'build/scripts');
const everything = [...product, ...sourcesUnder('tests')];
const isConfiguration = (file: string): boolean => /(^|\/)(vite|(mutation\.)?vitest|playwright)\.config\.ts$/u.test(file);

const withLines = (lines: number): string => ['function f() {', ...Array.from({ length: lines - 2 }, () => '  a();'), '}'].join('\n');
const tooLong = (text: string): boolean => functionSizes({ file: 'a.ts', text }).some((size) => size.lines > MOST_LINES_OF_A_FUNCTION);

describe('functions and files stay small', () => {
  it('has no function over 40 lines', () => {
    const sizes = product.flatMap((source) => functionSizes(source)).toSorted((a, b) => a.lines - b.lines);
    const at = (share: number): number => sizes[Math.floor((sizes.length - 1) * share)]?.lines ?? 0;
    console.log(`Functions: ${String(sizes.length)}, median ${String(at(0.5))} lines, nine in ten up to ${String(at(0.9))}, longest ${String(at(1))}`);
    expect(sizes.length).toBeGreaterThan(100);
    expect(sizes.filter((size) => size.lines > MOST_LINES_OF_A_FUNCTION)).toEqual([]);
  });

  it('has no file over 320 lines', () => {
    const long = everything.filter((source) => lineCount(source.text) > MOST_LINES_OF_A_FILE);
    expect(long.map((source) => `${source.file}: ${String(lineCount(source.text))}`)).toEqual([]);
  });

  it('has no default export outside configuration files', () => {
    expect(everything.filter((source) => !isConfiguration(source.file) && hasDefaultExport(source)).map((source) => source.file)).toEqual([]);
  });
});

describe('the measure itself', () => {
  it.each([
    ['a function', withLines],
    ['an arrow function', (lines: number) => withLines(lines).replace('function f() {', 'const f = () => {')],
    ['a method', (lines: number) => `class A {\n${withLines(lines).replace('function f', 'm')}\n}`],
    ['a function called at once', (lines: number) => `(${withLines(lines).replace('function f', 'function ')})();`],
    ['a callback', (lines: number) => `run(${withLines(lines).replace('function f() {', 'async () => {')});`],
  ])('finds 41 lines of %s and accepts 40', (_name, text) => {
    expect(tooLong(text(41))).toBe(true);
    expect(tooLong(text(40))).toBe(false);
  });

  it('counts a signature of several lines', () => {
    expect(tooLong(withLines(40).replace('f()', 'f(\n  a,\n)'))).toBe(true);
  });

  it('finds a default export in each form', () => {
    expect(hasDefaultExport({ file: 'a.ts', text: 'export default 1;' })).toBe(true);
    expect(hasDefaultExport({ file: 'a.ts', text: 'const a = 1; export { a as default };' })).toBe(true);
    expect(hasDefaultExport({ file: 'a.ts', text: 'export const a = 1;' })).toBe(false);
  });

  it('counts lines as an editor does', () => {
    expect(lineCount('a\nb\n')).toBe(2);
    expect(lineCount('a\nb')).toBe(2);
  });
});
