// Kills real processes at every step of linking and renewing, in every mode of the server, and looks what is left. About ten minutes.
import { harness, showAll } from './proof.ts';

process.exitCode = await showAll([
  harness('killed at every step, no savable link is lost', 'kill', 420),
  harness('killed inside the calls that sync a file', 'syncs', 60),
  harness('two processes on one folder never present one token twice', 'storm', 60),
]);
