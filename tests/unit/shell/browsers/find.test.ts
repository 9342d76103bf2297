import { describe, expect, it } from 'vitest';
import { findBrowsers, pickBrowser, type InstalledBrowser } from '../../../../electron/shell/browsers/find.ts';
import { knownBrowsers } from '../../../../electron/shell/browsers/known.ts';
import { privateWindowCommand } from '../../../../electron/shell/browsers/launch.ts';
import { readBundles } from '../../../../electron/shell/browsers/mac.ts';
import type { System } from '../../../../electron/shell/browsers/system.ts';
import { programOf, readRegistry } from '../../../../electron/shell/browsers/windows.ts';

interface FakeComputer {
  readonly platform: NodeJS.Platform;
  readonly variables?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** What a command prints, by its arguments. */
  readonly prints?: Readonly<Record<string, string>>;
}

function computer({ platform, variables = {}, files = {}, prints = {} }: FakeComputer): System & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked, platform, home: '/Users/anna',
    variable: (name) => variables[name] ?? '',
    run: async (file, arguments_) => {
      asked.push(file);
      return prints[arguments_.join(' ')] ?? null;
    },
    exists: (path) => path in files,
    read: (file) => files[file] ?? null,
    list: (folder) => Object.keys(files).filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1)),
  };
}

const CHROME = String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`;
const FIREFOX = String.raw`D:\Programme\Mozilla Firefox\firefox.exe`;
const EDGE = String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`;
const BRAVE = String.raw`C:\Users\anna\AppData\Local\BraveSoftware\Brave-Browser\Application\brave.exe`;
/** As a German Windows prints it. */
const CLIENTS = [
  '', String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Clients\StartMenuInternet\Firefox-308046B0AF4A39CB`, '    (Standard)    REG_SZ    Mozilla Firefox', '',
  String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Clients\StartMenuInternet\Firefox-308046B0AF4A39CB\DefaultIcon`, String.raw`    (Standard)    REG_SZ    ${FIREFOX},0`, '',
  String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Clients\StartMenuInternet\Firefox-308046B0AF4A39CB\shell\open\command`, `    (Standard)    REG_SZ    "${FIREFOX}"`, '',
  String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Clients\StartMenuInternet\IEXPLORE.EXE\shell\open\command`, String.raw`    (Standard)    REG_SZ    C:\Program Files\Internet Explorer\iexplore.exe`, '',
  'Ende der Suche: 6 Übereinstimmungen gefunden.', '',
].join('\r\n');
const appPath = (executable: string, path: string): readonly [string, string] => [
  String.raw`query HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths` + `\\${executable} /ve`,
  `\r\n${String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths`}\\${executable}\r\n    (Standard)    REG_SZ    ${path}\r\n\r\n`,
];

describe('on Windows', () => {
  const prints = Object.fromEntries([[String.raw`query HKLM\SOFTWARE\Clients\StartMenuInternet /s /ve`, CLIENTS], appPath('chrome.exe', CHROME), appPath('msedge.exe', String.raw`C:\gone\msedge.exe`)]);
  const variables = { SystemRoot: String.raw`C:\Windows`, 'ProgramFiles(x86)': String.raw`C:\Program Files (x86)`, LOCALAPPDATA: String.raw`C:\Users\anna\AppData\Local` };
  const files = { [CHROME]: '', [FIREFOX]: '', [EDGE]: '', [BRAVE]: '' };

  it('browsers are found as registered and in their usual folders, whatever the language of Windows', async () => {
    const system = computer({ platform: 'win32', variables, files, prints });
    const found = await findBrowsers(system);
    expect(found.map(({ id, path, privateWindow }) => [id, path, privateWindow])).toEqual([['edge', EDGE, 'possible'], ['chrome', CHROME, 'possible'], ['firefox', FIREFOX, 'possible'], ['brave', BRAVE, 'possible']]);
    expect(new Set(system.asked)).toEqual(new Set([String.raw`C:\Windows\System32\reg.exe`]));
  });

  it('what is registered but gone from the disk is not found', async () => {
    expect(await findBrowsers(computer({ platform: 'win32', variables: {}, files: {}, prints }))).toEqual([]);
  });

  it.each([
    ['edge', String.raw`query HKLM\SOFTWARE\Policies\Microsoft\Edge /v InPrivateModeAvailability`, 'InPrivateModeAvailability    REG_DWORD    0x1'],
    ['chrome', String.raw`query HKCU\SOFTWARE\Policies\Google\Chrome /v IncognitoModeAvailability`, 'IncognitoModeAvailability    REG_DWORD    0x1'],
    ['firefox', String.raw`query HKLM\SOFTWARE\Policies\Mozilla\Firefox /v DisablePrivateBrowsing`, 'DisablePrivateBrowsing    REG_DWORD    0x1'],
    ['brave', String.raw`query HKLM\SOFTWARE\Policies\BraveSoftware\Brave /v IncognitoModeAvailability`, 'IncognitoModeAvailability    REG_DWORD    0x1'],
  ])('a rule of the company forbids the private window of %s', async (id, asked, line) => {
    const rule = { [asked]: `\r\nHKEY_X\r\n    ${line}\r\n` };
    const found = await findBrowsers(computer({ platform: 'win32', variables, files, prints: { ...prints, ...rule } }));
    expect(found.filter(({ privateWindow }) => privateWindow === 'forbidden').map((browser) => browser.id)).toEqual([id]);
    const harmless = { [asked]: `\r\nHKEY_X\r\n    ${line.replace('0x1', '0x2')}\r\n` };
    expect((await findBrowsers(computer({ platform: 'win32', variables, files, prints: { ...prints, ...harmless } }))).every(({ privateWindow }) => privateWindow === 'possible')).toBe(true);
  });

  it('Firefox also obeys the file beside its program', async () => {
    const policies = { [String.raw`D:\Programme\Mozilla Firefox\distribution\policies.json`]: '{"policies":{"DisablePrivateBrowsing":true}}' };
    const found = await findBrowsers(computer({ platform: 'win32', variables, files: { ...files, ...policies }, prints }));
    expect(found.find(({ id }) => id === 'firefox')?.privateWindow).toBe('forbidden');
  });

  it('reads commands and nothing else as programs', () => {
    expect([`"${CHROME}" --single-argument %1`, `${CHROME} %1`, CHROME, 'cmd /c x', '', '"'].map(programOf)).toEqual([CHROME, CHROME, CHROME, null, null, null]);
    expect(readRegistry('    (Default)    REG_SZ    outside of every key\r\nHKEY_A\r\n    a    REG_SZ    \r\n    b    REG_DWORD    0x1')).toEqual([{ key: 'HKEY_A', name: 'a', type: 'REG_SZ', value: '' }, { key: 'HKEY_A', name: 'b', type: 'REG_DWORD', value: '0x1' }]);
  });
});

describe('on a Mac', () => {
  it('browsers are found in Applications, of everybody or of this person, else by Spotlight', async () => {
    const files = { '/Applications/Microsoft Edge.app': '', '/Users/anna/Applications/Firefox.app': '', '/Users/anna/Tools/Google Chrome.app': '' };
    const prints = { "kMDItemCFBundleIdentifier == 'com.google.Chrome'": '/Volumes/Chrome/Google Chrome.app\n/Users/anna/Tools/Google Chrome.app\n' };
    const found = await findBrowsers(computer({ platform: 'darwin', files, prints }));
    expect(found.map(({ id, path }) => [id, path])).toEqual([['edge', '/Applications/Microsoft Edge.app'], ['chrome', '/Users/anna/Tools/Google Chrome.app'], ['firefox', '/Users/anna/Applications/Firefox.app']]);
  });

  it('a managed preference forbids the private window', async () => {
    const files = { '/Applications/Google Chrome.app': '', '/Library/Managed Preferences/com.google.Chrome.plist': '' };
    const prints = { 'read /Library/Managed Preferences/com.google.Chrome IncognitoModeAvailability': '1\n' };
    expect(await findBrowsers(computer({ platform: 'darwin', files, prints }))).toMatchObject([{ id: 'chrome', privateWindow: 'forbidden' }]);
    expect(await findBrowsers(computer({ platform: 'darwin', files }))).toMatchObject([{ privateWindow: 'possible' }]);
  });

  it('reads paths of bundles and nothing else', () => {
    expect(readBundles('/Applications/A.app\n\n/Applications/A.app/Contents/B.app\n/Volumes/X/C.app\nnonsense\n')).toEqual(['/Applications/A.app']);
  });
});

it('on Linux browsers are found on PATH, and rules in their folders', async () => {
  const files = { '/usr/bin/chromium': '', '/opt/brave': '', '/etc/chromium/policies/managed/a.json': '{"IncognitoModeAvailability":1}', '/etc/chromium/policies/managed/b.txt': '' };
  const system = computer({ platform: 'linux', variables: { PATH: 'here:/usr/local/bin:/usr/bin:/opt' }, files });
  expect((await findBrowsers(system)).map(({ id, path, privateWindow }) => [id, path, privateWindow])).toEqual([['brave', '/opt/brave', 'possible'], ['chromium', '/usr/bin/chromium', 'forbidden']]);
});

describe('the browser that is used', () => {
  const of = (id: InstalledBrowser['id'], privateWindow: InstalledBrowser['privateWindow'] = 'possible'): InstalledBrowser => ({ id, name: id, path: `/${id}`, privateWindow });
  it.each([
    ['the first', [of('edge'), of('chrome')], 'auto', '', 'edge'],
    ['the default one of the system', [of('edge'), of('chrome')], 'auto', 'Google Chrome', 'chrome'],
    ['Chromium, which is not Chrome', [of('chrome'), of('chromium')], 'auto', 'chromium.desktop', 'chromium'],
    ['the chosen one', [of('edge'), of('firefox')], 'firefox', 'Microsoft Edge', 'firefox'],
    ['another one when the chosen one is gone', [of('edge')], 'firefox', '', 'edge'],
    ['another one when the chosen one may not', [of('edge', 'forbidden'), of('firefox')], 'edge', 'Microsoft Edge', 'firefox'],
    ['a normal window when none may', [of('edge', 'forbidden')], 'auto', '', null],
    ['a normal window when nothing is installed', [], 'edge', '', null],
    ['a normal window when that was chosen', [of('edge')], 'default', '', null],
  ] as const)('is %s', (_name, installed, choice, defaultName, expected) => {
    expect(pickBrowser(installed, choice, defaultName)?.id ?? null).toBe(expected);
  });
});

describe('the command of a private window', () => {
  it.each([['edge', '--inprivate'], ['chrome', '--incognito'], ['firefox', '-private-window'], ['brave', '--incognito'], ['chromium', '--incognito']] as const)('of %s has %s, and the address last', (id, argument) => {
    expect(privateWindowCommand({ id, path: '/x' }, 'win32', 'http://127.0.0.1:1/n')).toEqual({ file: '/x', arguments_: [argument, 'http://127.0.0.1:1/n'] });
  });

  it('goes through open on a Mac, also when the browser runs already', () => {
    expect(privateWindowCommand({ id: 'edge', path: '/Applications/Microsoft Edge.app' }, 'darwin', 'http://127.0.0.1:1/n'))
      .toEqual({ file: '/usr/bin/open', arguments_: ['-n', '-a', '/Applications/Microsoft Edge.app', '--args', '--inprivate', 'http://127.0.0.1:1/n'] });
  });

  it('is known for every browser once', () => {
    expect(new Set(knownBrowsers.map(({ id }) => id)).size).toBe(knownBrowsers.length);
  });
});
