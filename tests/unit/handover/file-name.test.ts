import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperFileName } from '../../../electron/handover/file-name.ts';

const DAY = '2026-11-24';

describe('the name suggested for a paper', () => {
  it.each([
    ['Maison Dupont', 'Remise Maison Dupont 2026-11-24.pdf'],
    ['Lefèvre: rénovation / étage 2', 'Remise Lefèvre rénovation étage 2 2026-11-24.pdf'],
    ['..\\..\\windows', 'Remise .. .. windows 2026-11-24.pdf'],
    ['CON', 'Remise CON 2026-11-24.pdf'],
    ['Villa\u202Efdp.exe', 'Remise Villa fdp.exe 2026-11-24.pdf'],
    ['', 'Remise 2026-11-24.pdf'],
  ])('for %j is %j', (name, expected) => {
    expect(paperFileName('Remise', name, DAY)).toBe(expected);
  });

  it('holds no path and nothing Windows or macOS refuses, and is short enough for a file system, whatever the site is called', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const file = paperFileName('Übergabe', name, DAY);
      expect(file).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
      expect(file).toMatch(/^Übergabe.* 2026-11-24\.pdf$/u);
      expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(200);
    }));
  });
});
