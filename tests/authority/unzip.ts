import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

/** What a container holds, by name. */
export async function unzip(file: string): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await openPromise(file);
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) found.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return found;
}
