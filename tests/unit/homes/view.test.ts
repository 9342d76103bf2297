import fc from 'fast-check';
import { expect, test } from 'vitest';
import { homeViewSchema } from '../../../electron/contract/views.ts';
import type { Home } from '../../../electron/homes/home.ts';
import { homeView } from '../../../electron/homes/view.ts';
import { runs } from '../oauth/support.ts';

const devices = Array.from({ length: 45 }, (_, index) => ({ id: `d${index}`, name: `Device ${index}`, kind: 'chronothermostat' }));

test('the end of the id, all devices counted, forty of them named', () => {
  const view = homeView({ id: '0123456789abcdef', name: ' Home\n', devices, problem: null });
  expect(view).toMatchObject({ shortId: 'cdef', name: 'Home', deviceCount: 45, problem: null });
  expect(view.deviceNames).toEqual(devices.slice(0, 40).map((device) => device.name));
});

test('a device without a name shows its kind, one without either only counts', () => {
  const bare = { id: '', name: null, kind: null };
  expect(homeView({ id: 'a', name: null, devices: [bare, { ...bare, kind: 'heater' }, { ...bare, name: '  ' }], problem: null })).toEqual({
    shortId: 'a', name: null, deviceCount: 3, deviceNames: ['heater'], problem: null,
  });
});

test('a home whose devices could not be read says why and counts nothing', () => {
  expect(homeView({ id: 'abcde', name: 'Home', devices: null, problem: { code: 'L-09' } })).toEqual({
    shortId: 'bcde', name: 'Home', deviceCount: null, deviceNames: [], problem: { code: 'L-09' },
  });
});

test('any home fits the contract', () => {
  const text = fc.string({ unit: 'binary', maxLength: 250, size: 'max' });
  const device = fc.record({ id: text, name: fc.option(text), kind: fc.option(text) });
  const home = fc.record({ id: text, name: fc.option(text), devices: fc.option(fc.array(device, { maxLength: 3 })), problem: fc.constant(null) });
  fc.assert(fc.property(home, (any: Home) => homeViewSchema.safeParse(homeView(any)).success), { numRuns: Math.ceil(runs / 10) });
});
