import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLogFile } from '../../../electron/shell/log-file.ts';
import { createLog, maskId, type Log } from '../../../electron/shell/log.ts';

/** The log as a careless caller without types sees it. */
function recorded(): { readonly lines: string[]; readonly write: (event: unknown, details?: unknown) => void } {
  const lines: string[] = [];
  const log: Log = createLog({ write: (line) => void lines.push(line) });
  return { lines, write: (event, details) => void Reflect.apply(log.write, log, [event, details]) };
}

test('what is on the lists is written', () => {
  const { lines, write } = recorded();
  write('attempt.changed', { code: 'L-16', milliseconds: 12, ok: false, link: maskId('abc'), call: 'link.start', source: 'argv' });
  expect(lines).toEqual(['{"event":"attempt.changed","code":"L-16","milliseconds":12,"ok":false,"link":"#ba7816bf","call":"link.start","source":"argv"}']);
});

test('any other text, in a value, a field name or an event, is replaced', () => {
  fc.assert(fc.property(fc.string(), fc.constantFrom('code', 'link', 'status', 'mode', 'call', 'unknown'), (noise, field) => {
    const { lines, write } = recorded();
    const text = `MARK${noise}`;
    write(text, { [field]: text, [text]: 1, nested: { text }, list: [text] });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('MARK');
    expect(lines[0]).toContain('[refused]');
  }));
});

test('a sink that fails does not reach the caller', () => {
  const log = createLog({ write: () => { throw new Error('disk full'); } });
  expect(() => log.write('program.ready')).not.toThrow();
});

test('the file has one line for each event and is rotated at 1 MB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-log-'));
  const file = join(folder, 'logs', 'liaison.log');
  const sink = createLogFile(file);
  const log = createLog(sink);
  log.write('program.ready', { count: 1 });
  log.write('program.quit');
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines.map((line) => line.slice(line.indexOf('{')))).toEqual(['{"event":"program.ready","count":1}', '{"event":"program.quit"}']);
  for (let count = 0; count < 12; count += 1) sink.write('x'.repeat(100_000));
  expect(readdirSync(join(folder, 'logs')).toSorted()).toEqual(['liaison.log', 'liaison.old.log']);
});
