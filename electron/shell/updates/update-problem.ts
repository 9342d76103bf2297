import type { Problem } from '../../contract/problems.ts';
import { readNetError } from '../net-errors.ts';
import { RefusedRequest } from './update-http.ts';

/** Codes of electron-updater and of Node, by what they mean to a person. */
const REFUSED: ReadonlySet<string> = new Set(['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE', 'ERR_UPDATER_WEB_INSTALLER_DISABLED']);
const DISK: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO']);
const UNREADABLE: ReadonlySet<string> = new Set(['ERR_UPDATER_INVALID_UPDATE_INFO', 'ERR_UPDATER_INVALID_VERSION', 'ERR_UPDATER_NO_FILES_PROVIDED', 'ERR_UPDATER_NO_CHECKSUM', 'ERR_UPDATER_ZIP_FILE_NOT_FOUND']);

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '');

/** Reads an error of the updater. Its text is never passed on: it names addresses and paths. */
export function updateProblem(error: unknown): Problem {
  const code = codeOf(error);
  if (DISK.has(code)) return { code: 'L-62' };
  if (REFUSED.has(code)) return { code: 'L-89', reason: 'updateRefused' };
  // A TypeError: the list is no list at all.
  if (UNREADABLE.has(code) || error instanceof TypeError || error instanceof RefusedRequest) return { code: 'L-89', reason: 'updateUnreadable' };
  const { failure } = readNetError(error);
  if (failure === 'offline') return { code: 'L-50' };
  if (failure === 'proxy') return { code: 'L-53' };
  return { code: 'L-89', reason: 'noUpdateAnswer' };
}
