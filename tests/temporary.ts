import { ownTemporaryFolder } from '../build/scripts/temporary.ts';

let remove: () => void = () => undefined;

/** Before the unit and integration tests: what they leave behind lies in one folder. */
export function setup(): void {
  remove = ownTemporaryFolder();
}

/** After them. */
export function teardown(): void {
  remove();
}
