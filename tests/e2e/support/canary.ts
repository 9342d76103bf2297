import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every form in which a text may lie in a file: plain, UTF-16, and base64 at each of the three alignments. */
export function formsOf(text: string): readonly Buffer[] {
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64');
    // The first and last characters depend on the neighbours, so only the middle is looked for.
    return Buffer.from(encoded.slice(4, -4));
  });
  return [Buffer.from(text), Buffer.from(text, 'utf16le'), ...base64];
}

/** All files below `folder`. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Names of the files below `folder` that hold one of `secrets` in any form. */
export function filesWithSecret(folder: string, secrets: readonly string[]): readonly string[] {
  const forms = secrets.flatMap(formsOf);
  return filesBelow(folder).filter((file) => {
    const content = contentOf(file);
    return content !== null && forms.some((form) => content.includes(form));
  });
}

/** Null for a file that is gone by now: Chromium makes and renames files of its own all the time. */
function contentOf(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Command lines and environments of all processes that hold one of `secrets`; empty where the system has no /proc. Our own process is left out. */
export function processesWithSecret(secrets: readonly string[]): readonly string[] {
  const read = (file: string): string => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      // The process has ended, or the system has no /proc.
      return '';
    }
  };
  const ids = process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name) && name !== String(process.pid)) : [];
  return ids.filter((id) => ['cmdline', 'environ'].some((what) => secrets.some((secret) => read(`/proc/${id}/${what}`).includes(secret))));
}
