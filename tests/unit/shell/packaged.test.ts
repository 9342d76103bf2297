import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { APP_ID, mayStart, refusedSwitches } from '../../../electron/shell/packaged.ts';

const started = (isPackaged: boolean, switches: Readonly<Record<string, string>> = {}) => ({
  isPackaged,
  commandLine: { hasSwitch: (name: string) => name in switches, getSwitchValue: (name: string) => switches[name] ?? '' },
});
const plain = { platform: 'win32', environment: {}, inspectorAddress: (): string | undefined => undefined } as const;
const all = { 'remote-debugging-port': '0', 'ignore-certificate-errors': '', 'host-resolver-rules': 'MAP * x', 'ssl-key-log-file': 'x', 'password-store': 'basic', 'no-sandbox': '' } as const;

describe('a packaged program', () => {
  it('refuses every switch that opens it, blinds it, or keeps its key in plain text', () => {
    expect(refusedSwitches(started(true, all), plain)).toEqual(['--remote-debugging-port', '--ignore-certificate-errors', '--ssl-key-log-file', '--host-resolver-rules', '--password-store=basic', '--no-sandbox']);
  });

  it('refuses to write down what is said over TLS when a variable asks for it', () => {
    expect(refusedSwitches(started(true), { ...plain, environment: { SSLKEYLOGFILE: 'C:\\keys.txt' } })).toEqual(['SSLKEYLOGFILE']);
  });

  it('starts with ordinary switches, a real key store among them', () => {
    expect(refusedSwitches(started(true, { 'user-data-dir': 'x', 'password-store': 'gnome-libsecret', lang: 'de' }), plain)).toEqual([]);
  });

  it('leaves the sandbox to Linux, where some systems have none', () => {
    expect(refusedSwitches(started(true, { 'no-sandbox': '' }), { ...plain, platform: 'linux' })).toEqual([]);
  });

  it('may be driven when its inspector is open, which only a copy with a flipped fuse can do; everything else stays refused', () => {
    expect(refusedSwitches(started(true, all), { ...plain, inspectorAddress: () => 'ws://127.0.0.1:1/x' })).not.toContain('--remote-debugging-port');
    expect(refusedSwitches(started(true, all), { ...plain, inspectorAddress: () => 'ws://127.0.0.1:1/x' })).toContain('--ignore-certificate-errors');
  });
});

describe('a program under development', () => {
  it('starts with all of them', () => {
    expect(refusedSwitches(started(false, all), { ...plain, environment: { SSLKEYLOGFILE: 'x' } })).toEqual([]);
  });
});

describe('the start', () => {
  function begin(isPackaged: boolean, switches: Readonly<Record<string, string>>, platform: NodeJS.Platform) {
    const app = { ...started(isPackaged, switches), getName: () => 'Liaison', exit: vi.fn<(code?: number) => void>(), setAppUserModelId: vi.fn<(id: string) => void>() };
    const dialog = { showErrorBox: vi.fn<(title: string, content: string) => void>() };
    return { may: mayStart(app, dialog, platform), app, dialog };
  }

  it('that is refused says what it was, ends, and takes no name', () => {
    const { may, app, dialog } = begin(true, { 'ignore-certificate-errors': '' }, 'win32');
    expect(may).toBe(false);
    expect(dialog.showErrorBox).toHaveBeenCalledWith('Liaison', '--ignore-certificate-errors');
    expect(app.exit).toHaveBeenCalledWith(1);
    expect(app.setAppUserModelId).not.toHaveBeenCalled();
  });

  it('of a packaged program takes the name of the installer’s shortcut on Windows, and only there', () => {
    expect(begin(true, {}, 'win32').app.setAppUserModelId).toHaveBeenCalledWith(APP_ID);
    expect(begin(true, {}, 'darwin').app.setAppUserModelId).not.toHaveBeenCalled();
    expect(begin(false, {}, 'win32').app.setAppUserModelId).not.toHaveBeenCalled();
  });

  it('takes the name that is packed', () => {
    expect(readFileSync(path.resolve(import.meta.dirname, '../../../electron-builder.yml'), 'utf8')).toMatch(new RegExp(`^appId: ${APP_ID}$`, 'm'));
  });
});
