import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_EVENTS, supportFileSchema, type SupportFile } from '../../../../electron/contract/support.ts';
import { createLog, logEvents, maskId, readLogLine } from '../../../../electron/shell/log.ts';
import { eventsOf, supportText } from '../../../../electron/shell/support/support-file.ts';

const TIME = '2026-11-24T19:23:13.012+01:00';
const facts: SupportFile = {
  format: 'liaison-support-1', madeAt: '2026-11-24T18:23:13.012Z',
  program: { version: '1.2.3', electron: '45.4.1', chrome: '150.0.1.2', node: '24.19.0', packaged: true, mode: 'real' },
  computer: { system: 'windows', systemVersion: '10.0.22631', processor: 'x64', timeOffsetMinutes: 60, clock: 'confirmed', clockDifferenceSeconds: -2, freeMegabytes: 81_234 },
  returnLink: { route: 'scheme', owner: 'ours' },
  readiness: { at: '2026-11-24T07:00:00.000Z', lines: [{ id: 'clock', verdict: 'problem', code: 'L-58' }] },
  company: { set: true, legrandHost: true, subscriptionKey: true, secretAgeDays: 12, problem: null },
  storage: { problem: null, notices: ['L-63'], sites: 214, links: 200, due: 3, uncertain: 1, refusedOnce: 0, signInAgain: 1 },
  events: [`${TIME} return.accepted source=argv`], eventsLeftOut: 0,
};

/** What nobody may find in a support file. */
const planted = ['CANARY-secret-0123456789', 'claire.dupont@orange.fr', '12 rue des Lilas', '/home/anna/Liaison', 'Mme Dupont'];

/** Every place of a value that holds a text, as a list of keys. */
function textPlaces(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textPlaces(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}

function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value)) return value.map((inner: unknown, index) => (index === key ? replaced(inner, rest, text) : inner));
  return Object.fromEntries(Object.entries(value as object).map(([name, inner]: [string, unknown]) => [name, name === key ? replaced(inner, rest, text) : inner]));
}

describe('a support file', () => {
  it('holds what is allowed, in whole lines', () => {
    const text = supportText(facts);
    expect(text.ok && (JSON.parse(text.value) as unknown)).toEqual(facts);
  });

  const places = textPlaces(facts).filter((place) => place[0] !== 'events');
  it.each(places.flatMap((place) => planted.map((text) => [place.join('.'), text] as const)))('is not made when %s says "%s"', (place, text) => {
    const path = places.find((each) => each.join('.') === place) ?? [];
    expect(supportText(replaced(facts, path, text) as SupportFile)).toEqual({ ok: false, problem: { code: 'L-81', reason: 'support' } });
  });

  it.each(['', 'program', 'computer', 'company', 'storage'])('is not made when something is added to "%s"', (place) => {
    const at = place === '' ? facts : (facts[place as keyof SupportFile] as object);
    const more = place === '' ? { ...facts, customer: 'x' } : { ...facts, [place]: { ...at, customer: 'x' } };
    expect(supportText(more).ok).toBe(false);
  });
});

/** Lines as the program writes them. */
function written(...events: readonly Parameters<ReturnType<typeof createLog>['write']>[]): string {
  const lines: string[] = [];
  const log = createLog({ write: (line) => void lines.push(`${TIME} ${line}`) });
  for (const event of events) log.write(...event);
  return lines.join('\n');
}

describe('the events in it', () => {
  it('are those of the log, with codes and masked ids', () => {
    const log = written(['attempt.changed', { step: 'ended', code: 'L-24' }], ['link.renewed', { site: maskId('site-1') }], ['program.quit']);
    expect(eventsOf(log)).toEqual({ events: [`${TIME} attempt.changed step=ended code=L-24`, `${TIME} link.renewed site=${maskId('site-1')}`, `${TIME} program.quit`], eventsLeftOut: 0 });
  });

  it('are the newest 200', () => {
    const log = written(...Array.from({ length: 250 }, (_, count): Parameters<ReturnType<typeof createLog>['write']> => ['link.renewed', { count }]));
    const { events } = eventsOf(log);
    expect([events.length, events[0], events.at(-1)]).toEqual([MOST_EVENTS, `${TIME} link.renewed count=50`, `${TIME} link.renewed count=249`]);
    expect(supportText({ ...facts, events: [...events] }).ok).toBe(true);
  });

  it('never say what somebody wrote into the log file', () => {
    const text = fc.constantFrom(...planted);
    const value = fc.oneof(text, fc.array(text), fc.record({ code: text }), fc.integer(), fc.boolean(), fc.constant(null));
    const entry = fc.tuple(fc.oneof(fc.constantFrom(...logEvents), text), fc.dictionary(fc.oneof(fc.constantFrom('code', 'site', 'step', 'source', 'status', 'call', '__proto__'), text), value));
    const line = fc.oneof(
      text.map((words) => `${TIME} ${words}`),
      fc.tuple(text, entry).map(([before, [event, details]]) => `${before}${TIME} ${JSON.stringify({ event, ...details })}`),
      entry.map(([event, details]) => `${TIME} ${JSON.stringify({ ...details, event })}`),
    );
    fc.assert(fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const { events, eventsLeftOut } = eventsOf(lines.join('\n'));
      const whole = events.join('\n');
      expect(planted.filter((each) => whole.includes(each))).toEqual([]);
      expect(events.length + eventsLeftOut).toBe(lines.length);
    }), { numRuns: 2000 });
  });

  it('survive any bytes in the log', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (log) => supportFileSchema.shape.events.safeParse(eventsOf(log).events).success), { numRuns: 1000 });
  });

  it('leave out a line that is no line of the log', () => {
    expect([readLogLine(''), readLogLine(`${TIME} {"event":"nobody.knows"}`), readLogLine('{"event":"program.quit"}'), readLogLine(`${TIME} {"event":`)]).toEqual([null, null, null, null]);
  });
});
