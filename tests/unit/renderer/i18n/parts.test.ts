import { describe, expect, it } from 'vitest';
import { offeredLanguages } from '../../../../electron/contract/languages.ts';
import type { Texts } from '../../../../renderer/i18n/catalogue.ts';
import { rest } from '../../../../renderer/i18n/en.ts';
import { start } from '../../../../renderer/i18n/en/start.ts';
import { loadOtherTexts, startTexts } from '../../../../renderer/i18n/languages.ts';
import { differentKeys, flat } from './checks.ts';
import { mayAsk, thereFrom } from './start-keys.ts';

const asked = (texts: Texts): readonly string[] => [...new Set([...flat(texts).keys()].map((key) => key.replace(/_(one|many|other)$/u, '')))];
const [first, others] = [asked(start), asked(rest)];

describe('the two parts of a catalogue', () => {
  it.each(offeredLanguages)('share no text, and each has what English has in it (%s)', async (language) => {
    const [words, later] = [flat(startTexts(language)), flat(await loadOtherTexts(language))];
    expect([...words.keys()].filter((key) => later.has(key))).toEqual([]);
    expect([differentKeys(flat(start), words), differentKeys(flat(rest), later)]).toEqual([[], []]);
  });
});

describe('what is there from the start', () => {
  const files = thereFrom('renderer/main.tsx');

  it('asks for no text that comes later', () => {
    expect(files.map(({ file }) => file)).toEqual(expect.arrayContaining(['renderer/screens/sites/site-row.tsx', 'renderer/components/problem-note.tsx', 'renderer/last-resort.tsx']));
    expect(files.flatMap((source) => mayAsk(source, others).map((key) => `${source.file}: ${key}`))).toEqual([]);
  });

  it('shows the words of the first part', () => {
    const shown = new Set(files.flatMap((source) => mayAsk(source, first)));
    expect(first.filter((key) => !shown.has(key) && !key.startsWith('common.'))).toEqual([]);
  });

  it('is what the entry needs, and not what it fetches later or only names as a type', () => {
    const texts: Readonly<Record<string, string>> = {
      'a/main.tsx': "import { b } from './b.ts'; import type { C } from './c.ts'; const d = async () => import('./d.ts'); import 'react';", 'a/b.ts': "export { e } from '../e.ts';", 'e.ts': '',
    };
    expect(thereFrom('a/main.tsx', (file) => texts[file] ?? '').map(({ file }) => file)).toEqual(['a/main.tsx', 'a/b.ts', 'e.ts']);
  });

  it.each([
    ["t('help.lead')", ['help.lead']],
    ["t(open ? 'help.lead' : 'help.none')", ['help.lead', 'help.none']],
    ['t(`faults.${fault}`)', ['faults.none', 'faults.a.b']],
    ['t(`help.${word}.x`)', []],
    ["const words = { lead: 'help.lead' }", ['help.lead']],
    ['`${help}.lead`', []],
  ])('would be found to ask in %s', (text, keys) => {
    expect(mayAsk({ file: 'a.tsx', text }, ['help.lead', 'help.none', 'faults.none', 'faults.a.b'])).toEqual(keys);
  });
});
