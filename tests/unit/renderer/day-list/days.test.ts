import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appointmentSchema } from '../../../../electron/contract/visit-facts.ts';
import { readTime, readVisit } from '../../../../renderer/screens/day-list/days.ts';

const seen = (date: string, time = ''): string => {
  const read = readVisit(date, time);
  return 'visit' in read ? read.visit : `wrong ${read.wrong}`;
};

describe('a day as people write it', () => {
  it.each([
    ['24.11.2026', '2026-11-24'], ['24/11/2026', '2026-11-24'], ['24-11-2026', '2026-11-24'], ['4. 1. 2026', '2026-01-04'], ['4.1.26', '2026-01-04'], ['2026-11-24', '2026-11-24'],
    ['2026/11/24', '2026-11-24'], ['20261124', '2026-11-24'], ['Di, 24.11.2026', '2026-11-24'], ['mardi 24/11/2026', '2026-11-24'], ['Mo. 24.11.2026', '2026-11-24'], ['29.02.2028', '2028-02-29'], ['', ''],
  ])('%j is %j', (written, day) => {
    expect(seen(written)).toBe(day);
  });

  it.each(['31.02.2026', '29.02.2027', '11/24/2026', '24.13.2026', '0.1.2026', 'tomorrow', '24.11.', '46031', '24.11.2026x'])('%j is no day, or no time', (written) => {
    expect(seen(written)).toMatch(/^wrong/u);
  });

  it.each([
    ['24.11.2026 14:30', '2026-11-24T14:30'], ['2026-11-24T09:05', '2026-11-24T09:05'], ['2026-11-24 09:05:59', '2026-11-24T09:05'], ['24/11/2026, 9h', '2026-11-24T09:00'],
  ])('%j brings its time along', (written, visit) => {
    expect(seen(written)).toBe(visit);
  });

  it('lets the column of the time win, and becomes the laptop’s own time where a zone is named', () => {
    expect(seen('24.11.2026 08:00', '14:30')).toBe('2026-11-24T14:30');
    const local = new Date('2026-11-24T23:30:00Z');
    expect(seen('2026-11-24T23:30:00Z')).toBe(`${local.getFullYear()}-11-${local.getDate()}T${String(local.getHours()).padStart(2, '0')}:${String(local.getMinutes()).padStart(2, '0')}`);
    expect([seen('', '14:30'), seen('24.11.2026', '25:00'), seen('24.11.2026', 'morning')]).toEqual(['', 'wrong time', 'wrong time']);
  });
});

describe('a time as people write it', () => {
  it.each([
    ['14:30', '14:30'], ['9:05', '09:05'], ['14.30', '14:30'], ['14h30', '14:30'], ['14 h 30', '14:30'], ['14h', '14:00'], ['9 Uhr', '09:00'], ['9:15 Uhr', '09:15'], ['9 uhr 30', '09:30'], ['2:30 pm', '14:30'], ['12:00 AM', '00:00'],
    ['12 p.m.', '12:00'], ['0830', '08:30'], ['08:00 - 10:00', '08:00'], ['08:00–10:00', '08:00'], ['8h à 10h', '08:00'], ['8:00 bis 10:00', '08:00'], ['14:30:15', '14:30'], ['7', '07:00'],
  ])('%j is %j', (written, time) => {
    expect(readTime(written)).toBe(time);
  });

  it.each(['24:00', '12:60', '13:00 pm', '0 am', 'noon', '', '1234567', '-', '9999'])('%j is none', (written) => {
    expect(readTime(written)).toBeNull();
  });
});

it('whatever is written, what is read is a visit the site book takes', () => {
  const bits = fc.array(fc.constantFrom('1', '2', '31', '24', '2026', '.', '/', '-', ':', ' ', 'T', 'Z', 'h', 'Uhr', 'pm', 'Mo', '+01:00', ','), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(fc.property(fc.oneof(bits, fc.string()), fc.oneof(bits, fc.string()), (date, time) => {
    const read = readVisit(date, time);
    expect('wrong' in read || appointmentSchema.safeParse(read.visit).success).toBe(true);
  }), { numRuns: 3000 });
});
