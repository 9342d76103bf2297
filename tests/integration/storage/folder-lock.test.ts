import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { lockFolder } from '../../../electron/shell/storage/folder-lock.ts';
import { clock, temporaryFolder, value } from './support.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it('the lock is held until it is released, also when nobody remembers it', async () => {
  const file = join(temporaryFolder(), 'lock.db');
  let released: () => void = () => undefined;
  (() => {
    const held = value(lockFolder(file, clock));
    const reference = new WeakRef(held);
    released = () => reference.deref()?.release();
  })();
  for (let round = 0; round < 3; round += 1) {
    await turn();
    collectGarbage();
  }
  expect(lockFolder(file, clock)).toEqual({ ok: false, problem: { code: 'L-35' } });
  released();
});
