import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { openWorkspace, type OpenedWorkspace } from '../../../electron/shell/storage/workspace.ts';
import { clock, fakeWrapper, newLink, NOW, present, temporaryFolder, value } from './support.ts';

async function open(folder: string): Promise<OpenedWorkspace> {
  return openWorkspace(folder, { clock, wrapper: fakeWrapper('anna') });
}

/** A folder with one link; answers the link's id. */
async function filled(folder: string): Promise<string> {
  const { sites, links, close } = await open(folder);
  const site = value(present(sites).create({ name: 'Casa', address: '', customerName: '', customerLanguage: 'fr' }, NOW));
  const link = value(present(links).create(newLink(site.id)));
  close();
  return link.id;
}

test('a second process on the folder is refused with L-35 until the first one is killed, and finds the renewal that was under way', async () => {
  const folder = temporaryFolder();
  const linkId = await filled(folder);
  const program = `
    const [workspace, support, folder, linkId] = process.argv.slice(1);
    const [{ openWorkspace }, { clock, fakeWrapper }] = await Promise.all([import(workspace), import(support)]);
    const { links } = await openWorkspace(folder, { clock, wrapper: fakeWrapper('anna') });
    console.log(links.beginRenewal(linkId, 1, 5).ok ? 'begun' : 'refused');
    setInterval(() => links, 1000);`;
  const here = (file: string): string => pathToFileURL(join(import.meta.dirname, file)).href;
  const sources = [here('../../../electron/shell/storage/workspace.ts'), here('support.ts')];
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, ...sources, folder, linkId], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, VITEST: '' } });
  expect(String((await once(child.stdout, 'data'))[0])).toContain('begun');
  const refused = await open(folder);
  expect([refused.sites, refused.links, refused.storageProblem]).toEqual([null, null, { code: 'L-35' }]);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { links, storageProblem, close } = await open(folder);
  expect([storageProblem, present(links).pendingRenewals()]).toEqual([null, [{ linkId, generation: 1, startedAt: 5 }]]);
  expect((await open(folder)).storageProblem).toEqual({ code: 'L-35' });
  close();
});
