import { describe, expect, it } from 'vitest';
import { missingKeys, packageSettings } from '../../../build/scripts/package-settings.ts';

const appleKeys = { CSC_LINK: 'certificate', APPLE_API_KEY: 'file', APPLE_API_KEY_ID: 'id', APPLE_API_ISSUER: 'issuer' } as const;
const client = '0A1B2C3D-1111-2222-3333-444455556666';

describe('a release', () => {
  it('is refused without keys, and names each that is missing', () => {
    expect(packageSettings({}, { system: 'darwin', isRelease: true })).toEqual({
      kind: 'refused', reasons: ['A release needs CSC_LINK (the Developer ID certificate of macOS).', 'A release needs APPLE_API_KEY with APPLE_API_KEY_ID and APPLE_API_ISSUER (notarisation).'],
    });
    expect(packageSettings({ WIN_CSC_LINK: '' }, { system: 'win32', isRelease: true }).kind).toBe('refused');
  });

  it('with keys fails when a signature fails, and has nothing to warn of', () => {
    expect(packageSettings(appleKeys, { system: 'darwin', isRelease: true })).toEqual({ kind: 'ready', config: { forceCodeSigning: true }, notices: [] });
    expect(packageSettings({ WIN_CSC_LINK: 'certificate' }, { system: 'win32', isRelease: true })).toEqual({ kind: 'ready', config: { forceCodeSigning: true }, notices: [] });
  });

  it('needs a whole way of notarising', () => {
    const { APPLE_API_ISSUER: _missing, ...half } = appleKeys;
    expect(missingKeys(half, 'darwin')).toHaveLength(1);
    expect(missingKeys({ ...half, APPLE_ID: 'a', APPLE_APP_SPECIFIC_PASSWORD: 'b', APPLE_TEAM_ID: 'c' }, 'darwin')).toEqual([]);
  });
});

describe('a package without keys', () => {
  it('is made, signed by nobody, and says so', () => {
    const settings = packageSettings({}, { system: 'darwin', isRelease: false });
    expect(settings).toMatchObject({ kind: 'ready', config: { forceCodeSigning: false, mac: { identity: '-', hardenedRuntime: false, notarize: false } } });
    expect(settings.kind === 'ready' && settings.notices[0]).toMatch(/^UNSIGNED: .*do not hand it to customers/);
  });

  it('leaves the settings of macOS alone elsewhere', () => {
    const settings = packageSettings({}, { system: 'win32', isRelease: false });
    expect(settings.kind === 'ready' && settings.config.mac).toBeUndefined();
  });
});

describe('the scheme of one company', () => {
  it('comes into its macOS build by one variable, whether it is signed or not', () => {
    const protocols = [{ name: 'Liaison, sign-in of the company', role: 'Viewer', schemes: ['msal0a1b2c3d-1111-2222-3333-444455556666'] }];
    expect(packageSettings({ ...appleKeys, LIAISON_MSAL_CLIENT_ID: client }, { system: 'darwin', isRelease: true })).toMatchObject({ config: { mac: { protocols } } });
    expect(packageSettings({ LIAISON_MSAL_CLIENT_ID: client }, { system: 'darwin', isRelease: false })).toMatchObject({ config: { mac: { protocols, identity: '-' } } });
  });

  it.each(['https', 'a b', `${client}x`])('is refused when %s is no client id', (id) => {
    expect(packageSettings({ LIAISON_MSAL_CLIENT_ID: id }, { system: 'darwin', isRelease: false }).kind).toBe('refused');
  });
});
