import { describe, expect, it } from 'vitest';
import { FuseV1Options } from '@electron/fuses';
import { withoutArbitraryLoads } from '../../../build/scripts/after-pack.ts';
import { packageFolder } from '../../../build/scripts/bundled.ts';
import { isMaintained } from '../../../build/scripts/electron-age.ts';
import { icnsFile, icoFile } from '../../../build/scripts/icon-files.ts';
import { calledFunctions } from '../../../build/scripts/nsis.ts';
import { FUSES, listFaults, plistFaults, textFaults } from '../../../build/scripts/package-findings.ts';
import { emptyProgram, MACHINES, readProgram } from '../../../build/scripts/portable-executable.ts';

describe('what is looked for in a package', () => {
  it('is every file that is too many and every one that is missing', () => {
    expect(listFaults(['a', 'b'], ['b', 'c'])).toEqual(['a is too many', 'c is missing']);
  });

  it('is keys, texts of this computer and sources', () => {
    const faults = (text: string) => textFaults('x.js', text, ['/home/somebody/liaison']).length;
    expect(faults('const harmless = "token"; //# sourceMappingURL=x.js.map')).toBe(0);
    expect(faults('-----BEGIN RSA PRIVATE KEY-----')).toBe(1);
    expect(faults('//# sourceMappingURL=data:application/json;base64,e30=')).toBe(1);
    expect(faults('{"sourcesContent":["a"]}')).toBe(1);
    expect(faults('at /home/somebody/liaison/main.ts')).toBe(1);
  });

  it('is not told in the table', () => {
    expect(textFaults('x.js', 'secretsecret', ['secretsecret'])[0]).not.toContain('secretsecret');
  });

  it('is every fuse that is known', () => {
    expect(Object.keys(FUSES)).toEqual(Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name))));
  });
});

describe('Info.plist', () => {
  const good = {
    CFBundleIdentifier: 'app.liaison.desktop', CFBundleShortVersionString: '1.2.3', CFBundleVersion: '1.2.3', CFBundleName: 'Liaison',
    CFBundleURLTypes: [{ CFBundleURLSchemes: ['liaison'] }], NSCameraUsageDescription: 'Liaison uses the camera', NSAppTransportSecurity: { NSAllowsLocalNetworking: true },
  };

  it('is right when it names one scheme, the camera, and local connections', () => {
    expect(plistFaults(good, '1.2.3')).toEqual([]);
  });

  it.each([
    ['another version', { CFBundleVersion: '1.2.4' }],
    ['a further scheme', { CFBundleURLTypes: [{ CFBundleURLSchemes: ['liaison', 'http'] }] }],
    ['no scheme', { CFBundleURLTypes: undefined }],
    ['Electron’s own words about the camera', { NSCameraUsageDescription: 'This app needs access to the camera' }],
    ['a word about the microphone', { NSMicrophoneUsageDescription: 'x' }],
    ['unprotected connections', { NSAppTransportSecurity: { NSAllowsArbitraryLoads: true, NSAllowsLocalNetworking: true } }],
  ])('is wrong with %s', (_what, change) => {
    expect(plistFaults({ ...good, ...change }, '1.2.3')).toHaveLength(1);
  });

  it('loses the permission for unprotected connections after packing and keeps the rest', () => {
    const xml = '<plist version="1.0"><dict><key>A</key><string>b</string><key>NSAppTransportSecurity</key><dict><key>NSAllowsArbitraryLoads</key><true/><key>NSExceptionDomains</key><dict/></dict></dict></plist>';
    const after = withoutArbitraryLoads(xml);
    expect(after).not.toContain('NSAllowsArbitraryLoads');
    expect(after).toContain('NSAllowsLocalNetworking');
    expect(after).toMatch(/<key>A<\/key>\s*<string>b<\/string>/);
  });
});

describe('the parts of packaging', () => {
  it('know the package of a bundled module', () => {
    expect(packageFolder('/p/node_modules/@a/b/dist/x.js?v=1')).toBe('/p/node_modules/@a/b');
    expect(packageFolder('C:\\p\\node_modules\\a\\node_modules\\b\\x.js')).toBe('C:/p/node_modules/a/node_modules/b');
    expect(packageFolder('/p/electron/main.ts')).toBe('');
  });

  it('call an Electron old when it is not among the three newest majors', () => {
    expect([isMaintained('45.1.0', '47.0.0'), isMaintained('45.1.0', '48.0.0'), isMaintained('45.9.0', '45.0.0')]).toEqual([true, false, true]);
  });

  it('find the functions that an installer calls of a plug-in', () => {
    expect(calledFunctions('UAC', 'UAC::_ 0\nUAC::RunElevated\nuac::_ 1\nXUAC::no\nStdUtils::no')).toEqual(['RunElevated', '_']);
  });

  it('write a Windows program that says what it is', () => {
    const facts = readProgram(emptyProgram(MACHINES.arm64, 'Electron', '45.4.1', Buffer.from('wire')));
    expect(facts).toMatchObject({ machine: MACHINES.arm64, icons: 0, integrity: undefined, strings: { ProductName: 'Electron', FileVersion: '45.4.1.0' } });
  });

  it('put every picture into an icon at the place that its table says', () => {
    const pictures = [16, 256].map((size) => ({ size, png: Buffer.from(`picture ${String(size)}`) }));
    const ico = icoFile(pictures);
    expect([ico.readUInt16LE(4), ico.readUInt8(6), ico.readUInt8(22)]).toEqual([2, 16, 0]);
    expect(ico.subarray(ico.readUInt32LE(34), ico.readUInt32LE(34) + ico.readUInt32LE(30)).toString()).toBe('picture 256');
  });

  it('refuse an icon of macOS with a size missing', () => {
    expect(() => icnsFile([{ size: 32, png: Buffer.alloc(1) }])).toThrow('64');
    const icns = icnsFile([32, 64, 128, 256, 512, 1024].map((size) => ({ size, png: Buffer.alloc(4) })));
    expect(icns.readUInt32BE(4)).toBe(icns.length);
  });
});
