import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { practiceFaults } from '../../electron/contract/practice-faults.ts';
import { success } from '../../electron/contract/result.ts';
import { createCalm } from '../../electron/links/calm.ts';
import type { HttpPort } from '../../electron/oauth/ports.ts';
import { createSimulation, type Simulation } from '../../electron/practice/simulation.ts';
import { needsOpening } from '../../electron/shell/practice-folder.ts';
import { systemRandom } from '../../electron/shell/random.ts';
import { workHere } from '../../electron/shell/storage/file-work.ts';
import { openWorkplace, type Workplace, type WorkplaceParts } from '../../electron/shell/workplace.ts';
import { systemClock } from '../authority/clock.ts';
import { company, fakeWrapper, temporaryFolder } from './storage/support.ts';

const http: HttpPort = { send: async () => ({ kind: 'nothingSent', failure: 'other' }) };
const opened: string[] = [];

function parts(dataFolder: string, simulation: Simulation): WorkplaceParts {
  return {
    dataFolder, simulation, http, clock: systemClock, random: systemRandom, wrapper: fakeWrapper('martin'), work: workHere, calm: createCalm(systemClock),
    routes: { prepare: async () => success(null), release: () => undefined, check: async () => success(null) },
    log: { write: () => undefined }, keyOpened: () => undefined, isOnline: () => true, who: () => '', askBackground: () => false, changed: () => undefined,
    browser: {
      next: async () => ({ name: 'Chromium', isPrivate: true }), openSignIn: async (page) => (opened.push(page.address.reveal()), success(null)),
      openSignOut: async () => success(null), copyLink: async () => success(null), shut: () => undefined,
    },
  };
}

/** Everything practice could take away, as real work meets it. */
async function whatRealWorkMeets(workplace: Workplace, siteId: string): Promise<unknown> {
  const { desk, practice, storageProblem, notices } = workplace;
  const before = opened.length;
  const started = await desk?.signIn.start(siteId);
  const step = desk?.signIn.view().step;
  desk?.signIn.stop();
  desk?.signIn.close();
  return {
    practice, storageProblem, notices, isOurHttp: workplace.http === http, canSave: workplace.canSave(), profile: workplace.profile()?.clientId,
    obstacle: desk?.obstacle(), route: (await workplace.checkReturnRoute('liaison://auth')).ok, started: started?.ok, step, browser: opened.length - before,
  };
}

const ALL_WELL = { practice: null, storageProblem: null, notices: [], isOurHttp: true, canSave: null, profile: 'client', obstacle: null, route: true, started: true, step: 'waiting', browser: 1 };

async function openReal(folder: string, simulation: Simulation): Promise<{ readonly workplace: Workplace; readonly siteId: string }> {
  const workplace = await openWorkplace('real', parts(folder, simulation));
  workplace.profiles?.save(company);
  const site = workplace.sites?.create({ name: 'Maison', address: '', customerName: '', customerLanguage: 'fr' }, systemClock.now());
  return { workplace, siteId: site?.ok ? site.value.id : '' };
}

describe('real work', () => {
  it('never meets anything that practice plays, whichever fault is on', async () => {
    const simulation = createSimulation();
    const folder = temporaryFolder();
    let real = await openReal(folder, simulation);
    for (const fault of practiceFaults) {
      simulation.setFault(fault);
      if (needsOpening('none', fault)) {
        await real.workplace.close();
        real = await openReal(folder, simulation);
      }
      simulation.opened();
      expect({ fault, ...(await whatRealWorkMeets(real.workplace, real.siteId) as object) }).toEqual({ fault, ...ALL_WELL });
    }
    await real.workplace.close();
  });

  it('keeps its folder when practice damages its own and lets the days pass', async () => {
    const simulation = createSimulation();
    const folder = temporaryFolder();
    const real = await openReal(folder, simulation);
    await real.workplace.close();
    const file = join(folder, 'real', 'liaison.db');
    const before = readFileSync(file);
    for (const fault of ['time.days_95', 'laptop.damaged_data'] as const) {
      const practice = await openWorkplace('practice', parts(folder, simulation));
      practice.sites?.create({ name: 'Practice', address: '', customerName: '', customerLanguage: 'fr' }, systemClock.now());
      const change = practice.practice?.setFault(fault, systemClock.now());
      await practice.close();
      change?.reopen();
      const again = await openWorkplace('practice', parts(folder, simulation));
      expect(again.sites?.list('', 0, 10).total).toBeGreaterThan(0);
      await again.close();
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
