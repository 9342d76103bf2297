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

  it('with keys fails when a signature fails, and warns of nothing but that it has no updates', () => {
    const notices = [expect.stringMatching(/^NO UPDATES: LIAISON_UPDATE_FEED is not set/u)];
    expect(packageSettings(appleKeys, { system: 'darwin', isRelease: true })).toEqual({ kind: 'ready', config: { forceCodeSigning: true }, feed: null, notices });
    expect(packageSettings({ WIN_CSC_LINK: 'certificate' }, { system: 'win32', isRelease: true })).toEqual({ kind: 'ready', config: { forceCodeSigning: true }, feed: null, notices });
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

describe('updates', () => {
  const keys = { WIN_CSC_LINK: 'certificate' };
  const order = { system: 'win32', isRelease: true } as const;

  it('come from the address that the build names, and from nowhere else', () => {
    const publish = [{ provider: 'generic', url: 'https://updates.example/liaison/' }];
    expect(packageSettings({ ...keys, LIAISON_UPDATE_FEED: 'https://updates.example/liaison/' }, order)).toEqual({ kind: 'ready', config: { forceCodeSigning: true, publish }, feed: 'https://updates.example/liaison/', notices: [] });
    expect(packageSettings(keys, order)).not.toHaveProperty('config.publish');
  });

  it('are switched off for good in the build of an office that does not want them', () => {
    expect(packageSettings({ ...keys, LIAISON_UPDATES: 'off' }, order)).toEqual({ kind: 'ready', config: { forceCodeSigning: true, extraMetadata: { updates: 'off' } }, feed: null, notices: [] });
  });

  it.each([
    [{ LIAISON_UPDATE_FEED: 'http://updates.example/' }, /plain https address/u],
    [{ LIAISON_UPDATE_FEED: 'https://a:b@updates.example/' }, /plain https address/u],
    [{ LIAISON_UPDATE_FEED: 'https://updates.example/?a=1' }, /plain https address/u],
    [{ LIAISON_UPDATE_FEED: 'https://updates.example/', WIN_CSC_LINK: '' }, /needs a signed program/u],
    [{ LIAISON_UPDATE_FEED: 'https://updates.example/', LIAISON_UPDATES: 'off' }, /only one of them/u],
    [{ LIAISON_UPDATES: 'yes' }, /nothing or off/u],
  ])('are refused when %j', (variables, reason) => {
    expect(packageSettings({ ...keys, ...variables }, { ...order, isRelease: false })).toEqual({ kind: 'refused', reasons: [expect.stringMatching(reason)] });
  });

  it('are not there on Linux, where nothing is signed', () => {
    expect(packageSettings({ LIAISON_UPDATE_FEED: 'https://updates.example/' }, { system: 'linux', isRelease: false })).not.toHaveProperty('config.publish');
  });
});
