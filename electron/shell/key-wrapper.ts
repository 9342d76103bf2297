import type { SafeStorage } from 'electron';
import type { KeyWrapper } from './storage/data-key.ts';

/** The part of Electron's safeStorage that is used. The synchronous functions are deprecated and never called. */
export type AsyncSafeStorage = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'>;

/**
 * The system's key store behind the vault. On Linux `basic_text` protects with a password everybody knows, so a packaged
 * program refuses it: not available, and wrapping or unwrapping rejects.
 */
export function createKeyWrapper(safeStorage: AsyncSafeStorage, platform: NodeJS.Platform, isPackaged: boolean): KeyWrapper {
  const backend = (): string => (platform === 'linux' ? safeStorage.getSelectedStorageBackend() : platform);
  const refused = (): boolean => isPackaged && backend() === 'basic_text';
  const guard = (): void => {
    if (refused()) throw new Error('basic_text is refused');
  };
  return {
    backend,
    isAvailable: async () => !refused() && (await safeStorage.isAsyncEncryptionAvailable()),
    wrap: async (text) => {
      guard();
      return safeStorage.encryptStringAsync(text);
    },
    unwrap: async (blob) => {
      guard();
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(blob);
      return { text: result, shouldReEncrypt };
    },
  };
}
