import { expect, test } from 'vitest';
import { createKeyWrapper, type AsyncSafeStorage } from '../../../electron/shell/key-wrapper.ts';

function storage(backend: ReturnType<AsyncSafeStorage['getSelectedStorageBackend']>): AsyncSafeStorage {
  return {
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text) => Buffer.from(text),
    decryptStringAsync: async (blob) => ({ result: blob.toString(), shouldReEncrypt: true }),
    getSelectedStorageBackend: () => backend,
  };
}

test('basic_text on Linux is refused in a packaged program and nowhere else', async () => {
  const refused = createKeyWrapper(storage('basic_text'), 'linux', true);
  expect(await refused.isAvailable()).toBe(false);
  await expect(refused.wrap('key')).rejects.toThrow('basic_text');
  await expect(refused.unwrap(Buffer.from('key'))).rejects.toThrow('basic_text');
  for (const wrapper of [createKeyWrapper(storage('basic_text'), 'linux', false), createKeyWrapper(storage('kwallet6'), 'linux', true), createKeyWrapper(storage('basic_text'), 'win32', true)]) {
    expect(await wrapper.isAvailable()).toBe(true);
    expect(await wrapper.unwrap(await wrapper.wrap('key'))).toEqual({ text: 'key', shouldReEncrypt: true });
  }
});
