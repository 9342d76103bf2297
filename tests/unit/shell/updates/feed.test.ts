import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFeed, type Installed } from '../../../../electron/shell/updates/feed.ts';

const settings = 'provider: generic\nurl: https://updates.example/liaison\nupdaterCacheDirName: liaison-updater\n';
const publisher = 'publisherName:\n  - CN=Liaison contributors, O=Liaison\n';

interface Part extends Partial<Installed> {
  readonly text?: string | null;
  readonly manifest?: object;
}

function feed({ text = settings + publisher, manifest = { name: 'liaison' }, ...part }: Part = {}): ReturnType<typeof readFeed> {
  const folder = mkdtempSync(path.join(tmpdir(), 'liaison-feed-'));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  if (text !== null) writeFileSync(path.join(folder, 'app-update.yml'), text);
  const found = readFeed({ isPackaged: true, platform: 'win32', resources: folder, appPath: folder, ...part });
  return found.kind === 'feed' ? { ...found, settings: path.basename(found.settings) } : found;
}

const here = { kind: 'feed', url: 'https://updates.example/liaison', settings: 'app-update.yml' };

describe('the feed of a build', () => {
  it('is the one that was packed with it', () => {
    expect(feed()).toEqual(here);
    expect(feed({ platform: 'darwin', text: settings })).toEqual(here);
  });

  it('is none without the file, in a program that is not installed, and on Linux', () => {
    expect([feed({ text: null }), feed({ isPackaged: false }), feed({ platform: 'linux' })]).toEqual([{ kind: 'none' }, { kind: 'none' }, { kind: 'none' }]);
  });

  it('is none on Windows without a publisher, whose signature could be compared', () => {
    expect([feed({ text: settings }), feed({ text: `${settings}publisherName:\n` }), feed({ text: `${settings}publisherName: []\n` })]).toEqual([{ kind: 'none' }, { kind: 'none' }, { kind: 'none' }]);
    expect(feed({ text: `${settings}publisherName: Liaison\n` })).toEqual(here);
  });

  it.each(['http://updates.example/', 'https://a:b@updates.example/', 'https://updates.example/?key=1', 'file:///tmp', 'nothing'])('is none when its address is %s', (url) => {
    expect(feed({ text: settings.replace('https://updates.example/liaison', url) + publisher })).toEqual({ kind: 'none' });
  });

  it('is none when another kind of place is named', () => {
    expect(feed({ text: settings.replace('generic', 'github') + publisher })).toEqual({ kind: 'none' });
  });

  it('is switched off by the office, whatever else the build says', () => {
    expect(feed({ manifest: { updates: 'off' } })).toEqual({ kind: 'off' });
    expect(feed({ manifest: { updates: 'on' } })).toEqual(here);
  });
});
