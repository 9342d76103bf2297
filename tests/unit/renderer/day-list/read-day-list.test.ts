import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayLineSchema } from '../../../../electron/contract/day-list.ts';
import { bare, columnsOf } from '../../../../renderer/screens/day-list/columns.ts';
import { decode } from '../../../../renderer/screens/day-list/decode.ts';
import { proposalsOf, chosenLines } from '../../../../renderer/screens/day-list/proposals.ts';
import { readDayList } from '../../../../renderer/screens/day-list/read-day-list.ts';
import type { Reading, RefusedReason } from '../../../../renderer/screens/day-list/read-lines.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
async function read(file: string | Uint8Array): Promise<Reading> {
  const result = await readDayList(typeof file === 'string' ? bytes(file) : file);
  if (!result.ok) throw new Error(result.reason);
  return result.reading;
}
async function why(file: string | Uint8Array): Promise<RefusedReason | null> {
  const result = await readDayList(typeof file === 'string' ? bytes(file) : file);
  return result.ok ? null : result.reason;
}
const told = ({ lines }: Reading): readonly string[] => lines.map(({ line, name, address, customerName, visit }) => [line, name, address, customerName, visit].join('|'));
const wrong = (reading: Reading): readonly string[] => reading.wrong.map(({ line, height, reason }) => `${line}+${height} ${reason}`);

const accents = 'Nom;Rue\nGîte;Été';
const codes = Array.from({ length: accents.length }, (_, index) => accents.charCodeAt(index));

describe('a table', () => {
  it.each([
    ['English, commas', 'Name,Customer,Street,Postcode,City,Date,Time,Phone\nHouse,Mr Baker,4 High Street,SW1,London,24/11/2026,14:30,1', '2|House|4 High Street, SW1 London|Mr Baker|2026-11-24T14:30'],
    ['French, semicolons', 'Nom;Client;Adresse;Date de visite;Heure;Téléphone\nMaison;Mme Dupont;12 rue des Lilas, Limoges;24/11/2026;14h30;1', '2|Maison|12 rue des Lilas, Limoges|Mme Dupont|2026-11-24T14:30'],
    ['German, tabs', 'Kunde\tStraße\tHausnr.\tPLZ\tOrt\tDatum\tUhrzeit\nWeber\tLindenweg\t4\t77694\tKehl\tDi, 24.11.2026\t9 Uhr', '2|Weber|Lindenweg 4, 77694 Kehl|Weber|2026-11-24T09:00'],
    ['Italian', 'Cantiere;Cliente;Via;CAP;Città;Data;Ora\nVilla;Rossi;Via Roma 8;21100;Varese;24/11/2026;', '2|Villa|Via Roma 8, 21100 Varese|Rossi|2026-11-24'],
    ['Spanish', 'Obra;Cliente;Dirección;Fecha;Hora\nPiso;García;Calle Mayor 1;24-11-2026;8:00', '2|Piso|Calle Mayor 1|García|2026-11-24T08:00'],
    ['Dutch', 'Naam;Klant;Straat;Huisnr;Postcode;Plaats;Datum;Tijd\nWoning;De Vries;Kerkstraat;7;1017;Amsterdam;24-11-2026;08:00 - 10:00', '2|Woning|Kerkstraat 7, 1017 Amsterdam|De Vries|2026-11-24T08:00'],
  ])('is understood by the heads of its columns: %s', async (_language, text, line) => {
    expect(told(await read(text))).toEqual([line]);
  });

  it('calls a line after its customer, or else after its place, and puts first and last names together', async () => {
    expect(told(await read('Vorname;Nachname;Adresse\nAnna;Weber;Kehl\n;;Varese\n;Rossi;'))).toEqual(['2|Anna Weber|Kehl|Anna Weber|', '3|Varese|Varese||', '4|Rossi||Rossi|']);
  });

  it('names bad lines with the number of the line they begin in, and takes the others', async () => {
    const reading = await read('Name;Datum;Uhrzeit\n\nA;24.11.2026;14:30\nB;31.02.2026;\nC;24.11.2026;99:00\n;24.11.2026;\n"D\nE";24.11.2026;\nF\n"G;open\nto the end\n');
    expect(told(reading)).toEqual(['3|A|||2026-11-24T14:30', '7|D E|||2026-11-24', '9|F|||']);
    expect([wrong(reading), reading.blank, reading.heads]).toEqual([['4+1 day', '5+1 time', '6+1 nothing', '10+3 quote'], 1, 1]);
    expect(reading.wrong[0]?.text).toBe('B · 31.02.2026');
  });

  it('finds the heads below a title and below the line of a spreadsheet, and says what is too long', async () => {
    expect(told(await read('sep=;\nTagesplan 24.11.2026\n\nName;Ort\nA;Kehl\n'))).toEqual(['5|A|Kehl||']);
    expect(wrong(await read(`Name\n${'x'.repeat(201)}\n${'y'.repeat(200)}`))).toEqual(['2+1 tooLong']);
  });

  it.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...bytes('Nom;Rue\nGîte;Été')]],
    ['UTF-16, little end first', [0xff, 0xfe, ...codes.flatMap((code) => [code & 255, code >> 8])]],
    ['UTF-16, big end first', [0xfe, 0xff, ...codes.flatMap((code) => [code >> 8, code & 255])]],
    ['Windows-1252', codes],
    ['old Macs’ line ends', [...bytes('Nom;Rue\rGîte;Été')]],
  ])('is read in %s', async (_encoding, content) => {
    expect(told(await read(Uint8Array.from(content)))).toEqual(['2|Gîte|Été||']);
  });

  it.each([
    ['', 'empty'], [' \n ', 'empty'], ['1;2;3\n4;5;6', 'noColumns'], ['Datum;Uhrzeit\n24.11.2026;8:00', 'noColumns'], ['Name;Ort', 'empty'], ['PNG\0\0', 'notText'],
    [`Name\n${'x\n'.repeat(501)}`, 'tooMany'], ['x'.repeat(2 * 1024 * 1024 + 1), 'tooLarge'], ['\n'.repeat(60_000), 'empty'], [`Name\nx${'\n'.repeat(60_000)}`, 'tooMany'], ['BEGIN:VCALENDAR\nEND:VCALENDAR', 'noEvents'],
  ] as const)('%# is refused as %s', async (text, reason) => {
    expect(await why(text)).toBe(reason);
  });
});

const event = (...lines: readonly string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...parts: readonly string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR', ''].join('\r\n');
const PARIS = [
  'BEGIN:VTIMEZONE', 'TZID:Somewhere', 'BEGIN:STANDARD', 'DTSTART:19701025T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD',
  'BEGIN:DAYLIGHT', 'DTSTART:19700329T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT', 'END:VTIMEZONE',
].join('\r\n');
const local = (instant: string): string => {
  const date = new Date(instant);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
};

describe('a calendar', () => {
  it('gives title, place and the time of this laptop: of a zone in the file, of UTC, of no zone, of a whole day', async () => {
    const reading = await read(calendar(
      PARIS,
      event('SUMMARY:Maison\\, Dupont', 'LOCATION:12 rue des Lilas\\, Limo', ' ges', 'DTSTART;TZID=Somewhere:20260714T093000'),
      event('SUMMARY:UTC', 'DTSTART:20260114T230000Z'), event('SUMMARY:Floating', 'DTSTART:20260714T093000'), event('SUMMARY:Day', 'DTSTART;VALUE=DATE:20260714'), event('SUMMARY:None'),
    ));
    expect(reading.lines.map(({ name, address, visit }) => `${name}|${address}|${visit}`)).toEqual([
      `Maison, Dupont|12 rue des Lilas, Limoges|${local('2026-07-14T07:30:00Z')}`, `UTC||${local('2026-01-14T23:00:00Z')}`, 'Floating||2026-07-14T09:30', 'Day||2026-07-14', 'None||',
    ]);
  });

  it('names the damaged and the cancelled by their line, marks what repeats, and takes the rest', async () => {
    const reading = await read(calendar(
      event('SUMMARY:Good', 'DTSTART:20260714T093000'), event('no colon here', 'SUMMARY:Damaged'), event('SUMMARY:Called off', 'STATUS:CANCELLED'), event('SUMMARY:Weekly', 'DTSTART:20260714T093000', 'RRULE:FREQ=WEEKLY'),
      event('DTSTART:20260714T093000'), 'BEGIN:VEVENT\r\nSUMMARY:Never closed',
    ));
    expect(reading.lines.map(({ line, name, repeats }) => `${line} ${name} ${repeats}`)).toEqual(['3 Good false', '15 Weekly true']);
    expect(reading.wrong.map(({ line, reason, text }) => `${line} ${reason} ${text}`)).toEqual(['7 damaged Damaged', '11 cancelled Called off', '20 nothing ', '23 damaged Never closed']);
    expect((await read(calendar('METHOD:CANCEL', event('SUMMARY:A')))).wrong.map(({ reason }) => reason)).toEqual(['cancelled']);
  });

  it('of more than 500 appointments none is read', async () => {
    expect(await why(calendar(...Array.from({ length: 501 }, () => event('SUMMARY:x'))))).toBe('tooMany');
  });
});

describe('what is offered', () => {
  const line = { line: 2, height: 1, name: 'A', address: 'B', customerName: '', visit: '2026-11-24', repeats: false };
  const site = { id: 's1', name: 'Maison', address: 'B', by: 'address' } as const;

  it('is ticked when nothing speaks against it; a site of the book gets the visit unless the person wants another', () => {
    const proposals = proposalsOf([line, { ...line, line: 3 }, { ...line, line: 4 }, { ...line, line: 5, repeats: true }, { ...line, line: 6, visit: '' }], [
      { site: null, twin: null }, { site, twin: null }, { site: null, twin: 0 }, { site: null, twin: null }, { site, twin: null },
    ]);
    expect(proposals.map(({ ticked, fate }) => `${ticked} ${fate}`)).toEqual(['true new', 'false visit', 'false new', 'false new', 'false new']);
    expect(chosenLines(proposals)).toEqual([{ kind: 'new', name: 'A', address: 'B', customerName: '', visit: '2026-11-24' }]);
    expect(chosenLines(proposals.slice(1, 2).map((each) => ({ ...each, ticked: true })))).toEqual([{ kind: 'visit', siteId: 's1', visit: '2026-11-24' }]);
    expect(chosenLines(proposals.slice(1, 2).map((each) => ({ ...each, ticked: true, fate: 'new' })))).toMatchObject([{ kind: 'new', name: 'A' }]);
  });
});

describe('heads of columns', () => {
  it('are compared without case, accents, signs and brackets, and the first of two counts', () => {
    expect([bare('Straße & Nr.'), bare(' DATE (JJ/MM/AAAA) '), bare('Téléphone')]).toEqual(['strasse nr', 'date', 'telephone']);
    expect([...columnsOf(['Name', 'Phone', 'nom', 'Datum *'])]).toEqual([['name', 0], ['date', 3]]);
  });
});

describe('any file', () => {
  const pieces = fc.array(fc.constantFrom('Name', 'Datum', 'Ort', ';', ',', '\t', '\n', '\r\n', '"', '24.11.2026', 'x', ' ', 'é', 'BEGIN:VCALENDAR\n', 'BEGIN:VEVENT\n', 'END:VEVENT\n', 'SUMMARY:a\n', 'DTSTART:20261124\n', '\uD800'), { maxLength: 60 }).map((parts) => parts.join(''));
  const table = pieces.map((text) => `Name;Ort;Datum\n${text}`);

  it('is read or refused, and never throws', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), pieces.map(bytes), pieces.map((text) => bytes(calendar(text)))), async (content) => {
      const result = await readDayList(content);
      const lines = result.ok ? result.reading.lines : [];
      for (const { name, address, customerName, visit } of lines) expect(dayLineSchema.parse({ kind: 'new', name, address, customerName, visit })).toMatchObject({ name, address, customerName, visit });
    }), { numRuns: 1500 });
  });

  it('has every line accounted for: taken, named, blank, or up to the heads', async () => {
    await fc.assert(fc.asyncProperty(table, async (text) => {
      const result = await readDayList(bytes(text));
      if (!result.ok) return;
      const { lines, wrong: bad, blank, heads } = result.reading;
      const counted = [...lines, ...bad].reduce((sum, { height }) => sum + height, 0) + blank + heads;
      expect(counted).toBe(decode(bytes(text))?.split('\n').length);
    }), { numRuns: 1500 });
  });

  it('has every appointment accounted for', async () => {
    await fc.assert(fc.asyncProperty(pieces, async (text) => {
      const whole = calendar(text);
      const result = await readDayList(bytes(whole));
      if (!result.ok) return;
      const begun = whole.split(/\r?\n/u).filter((line) => line.trimEnd() === 'BEGIN:VEVENT').length;
      expect(result.reading.lines.length + result.reading.wrong.length).toBe(begun);
    }), { numRuns: 1000 });
  });
});
