import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from './sources.ts';

const MOST_LINES = 320;
const folder = path.join(projectFolder, 'renderer', 'styles');
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css')).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));

/** Sizes below 1rem that nothing lifts: site mode could not make them 18 px. */
const smallSizes = (text: string): readonly string[] => text.match(/font-size: 0?\.\d+rem/gu) ?? [];
/** Sizes in pixels, which follow neither site mode nor the size a person chose in the browser engine. */
const fixedSizes = (text: string): readonly string[] => text.match(/font-size: \d+px/gu) ?? [];
const colours = (text: string): readonly string[] => text.match(/#[\da-f]{3,8}\b/giu) ?? [];

describe('the style sheets', () => {
  it('write every small text so that site mode can lift it', () => {
    expect(sheets.length).toBeGreaterThan(8);
    expect(sheets.flatMap(({ name, text }) => [...smallSizes(text), ...fixedSizes(text)].map((size) => `${name}: ${size}`))).toEqual([]);
  });

  it('take their colours from the tokens', () => {
    const others = sheets.filter(({ name }) => name !== 'tokens.css' && name !== 'site-mode.css');
    expect(others.flatMap(({ name, text }) => colours(text).map((colour) => `${name}: ${colour}`))).toEqual([]);
  });

  it('stay small, one screen each', () => {
    expect(sheets.filter(({ text }) => text.split('\n').length > MOST_LINES).map(({ name }) => name)).toEqual([]);
  });

  it('are all read', () => {
    const index = sheets.find(({ name }) => name === 'index.css')?.text ?? '';
    expect(sheets.filter(({ name }) => name !== 'index.css' && !index.includes(`'./${name}'`)).map(({ name }) => name)).toEqual([]);
  });

  it('are judged by what they say', () => {
    expect(smallSizes('a { font-size: 0.875rem; } b { font-size: max(var(--text-least), 0.875rem); } c { font-size: 1.5rem; }')).toEqual(['font-size: 0.875rem']);
    expect(fixedSizes('a { font-size: 12px; }')).toEqual(['font-size: 12px']);
    expect(colours('a { color: #fff; }')).toEqual(['#fff']);
  });
});
