import { describe, expect, it } from 'vitest';
import { sourcesUnder } from './sources.ts';
import { literalTexts } from './visible-text.ts';

const found = (jsx: string): number => literalTexts({ file: 'a.tsx', text: `const a = ${jsx};` }).length;

describe('every visible text comes from the catalogue', () => {
  it('has no literal text in a component', () => {
    const components = sourcesUnder('renderer').filter((source) => source.file.endsWith('.tsx') && !source.file.startsWith('renderer/i18n/'));
    expect(components.length).toBeGreaterThan(0);
    expect(components.flatMap((source) => literalTexts(source))).toEqual([]);
  });

  it.each([
    '<p>Hello</p>',
    '<>Hello</>',
    '<p>{"Hello"}</p>',
    '<p>{open ? "Open" : t("closed")}</p>',
    '<p>{open && "Open"}</p>',
    '<p>{`Hello ${name}`}</p>',
    '<button aria-label="Close" />',
    '<button aria-label={"Close"} />',
    '<img alt="A house" />',
    '<input placeholder={`Search`} />',
    '<a title="Help" />',
    '<Field label="Name" />',
  ])('finds %s', (jsx) => {
    expect(found(jsx)).toBe(1);
  });

  it.each(['<p>{t("hello")}</p>', '<p className="large" role="status">·</p>', '<p>{name} – {count}</p>', '<p>{`${a} · ${b}`}</p>', '<img alt="" />', '<p>{state === "open" ? <A /> : <B />}</p>'])('accepts %s', (jsx) => {
    expect(found(jsx)).toBe(0);
  });
});
