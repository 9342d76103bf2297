import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ownTemporaryFolder } from '../../../build/scripts/temporary.ts';

test('temporary files of a run lie in one folder, those of the programs it starts too, and are gone after it', () => {
  const before = os.tmpdir();
  const remove = ownTemporaryFolder();
  const within = os.tmpdir();
  writeFileSync(path.join(within, 'left behind'), '');
  const ofChild = execFileSync(process.execPath, ['-p', 'os.tmpdir()'], { encoding: 'utf8' }).trim();
  remove();
  expect([path.dirname(within), ofChild, existsSync(within), os.tmpdir()]).toEqual([before, within, false, before]);
});
