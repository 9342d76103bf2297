import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { releaseFeedFaults } from '../../../build/scripts/release-feed.ts';

const FEED = 'https://updates.example/liaison/';
const settings = (more = ''): string => `provider: generic\nurl: ${FEED}\nupdaterCacheDirName: liaison-updater\n${more}`;

/** A release folder with these programs and what lies beside their archives. */
function release(programs: Readonly<Record<string, string | null>>): string {
  const output = mkdtempSync(path.join(tmpdir(), 'liaison-release-'));
  writeFileSync(path.join(output, 'package.json'), '{}');
  for (const [folder, text] of Object.entries(programs)) {
    mkdirSync(path.join(output, folder), { recursive: true });
    writeFileSync(path.join(output, folder, 'app.asar'), '');
    if (text !== null) writeFileSync(path.join(output, folder, 'app-update.yml'), text);
  }
  return output;
}

const faults = (programs: Readonly<Record<string, string | null>>, system: NodeJS.Platform, feed: string | null): readonly string[] => {
  const output = release(programs);
  return releaseFeedFaults(output, system, feed, output);
};

describe('the programs of a release', () => {
  it('ask the feed that the build names', () => {
    const publisher = settings('publisherName:\n  - Liaison\n');
    expect(faults({ 'win-unpacked/resources': publisher, 'win-arm64-unpacked/resources': publisher }, 'win32', FEED)).toEqual([]);
    expect(faults({ 'mac/Liaison.app/Contents/Resources': settings(), 'mac-arm64/Liaison.app/Contents/Resources': settings() }, 'darwin', FEED)).toEqual([]);
  });

  it('are at fault when one of them would not, or without the publisher on Windows', () => {
    expect(faults({ 'win-unpacked/resources': settings() }, 'win32', FEED)).toEqual([`win-unpacked would ask nobody for updates, not ${FEED}`]);
    expect(faults({ 'mac/Liaison.app/Contents/Resources': settings(), 'mac-arm64/Liaison.app/Contents/Resources': null }, 'darwin', FEED)).toEqual([`mac-arm64 would ask nobody for updates, not ${FEED}`]);
  });

  it('are at fault when they would ask though the build names nobody', () => {
    expect(faults({ 'mac/Liaison.app/Contents/Resources': settings() }, 'darwin', null)).toEqual([`mac would ask ${FEED} for updates, not nobody`]);
  });

  it('must be there', () => {
    expect(faults({}, 'win32', null)).toHaveLength(1);
    expect(faults({}, 'linux', null)).toEqual([]);
  });
});
