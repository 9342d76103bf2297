import { expect, it } from 'vitest';
import { createCalm } from '../../electron/links/calm.ts';
import { success } from '../../electron/contract/result.ts';
import { createSimulation } from '../../electron/practice/simulation.ts';
import { systemRandom } from '../../electron/shell/random.ts';
import { workHere } from '../../electron/shell/storage/file-work.ts';
import { openWorkplace } from '../../electron/shell/workplace.ts';
import { systemClock } from '../authority/clock.ts';
import { fakeWrapper, present, temporaryFolder, value } from './storage/support.ts';

it('what a person does to a link has the person’s name in the history, what the program does has none', async () => {
  const workplace = await openWorkplace('real', {
    dataFolder: temporaryFolder(), simulation: createSimulation(), http: { send: async () => ({ kind: 'nothingSent', failure: 'other' }) }, clock: systemClock, random: systemRandom,
    wrapper: fakeWrapper('martin'), work: workHere, calm: createCalm(systemClock), routes: { prepare: async () => success(null), release: () => undefined, check: async () => success(null) },
    log: { write: () => undefined }, keyOpened: () => undefined, isOnline: () => true, who: () => 'Anna', askBackground: () => false, changed: () => undefined,
    browser: { next: async () => ({ name: 'Chromium', isPrivate: true }), openSignIn: async () => success(null), openSignOut: async () => success(null), copyLink: async () => success(null), shut: () => undefined },
  });
  const sites = present(workplace.sites);
  const { id } = value(sites.create({ name: 'Villa', address: '', customerName: '', customerLanguage: 'en' }, 1));
  const { history } = present(workplace.desk).surroundings;
  for (const event of ['linked', 'proven', 'renewed', 'linkUncertain', 'linkEnded', 'linkedAgain', 'signInStopped', 'unlinked'] as const) history(id, event);
  const whoDid = Object.fromEntries(sites.history(id).map(({ event, who }) => [event, who]));
  expect(whoDid).toEqual({ linked: 'Anna', linkedAgain: 'Anna', unlinked: 'Anna', proven: '', renewed: '', linkUncertain: '', linkEnded: '', signInStopped: '' });
  await workplace.close();
});
