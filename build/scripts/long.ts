// Every claim of docs/reliability.md at full size. Hours on a small machine; `npm test` has a slice of each.
import { inProject } from './project.ts';
import { harness, showAll, tests } from './proof.ts';

const passed = /^Tests\s+\d+ passed/u;

process.exitCode = await showAll([
  harness('killed at every step, no savable link is lost', 'kill', 4200),
  harness('killed inside the calls that sync a file', 'syncs', 400),
  harness('two processes on one folder never present one token twice', 'storm', 500),
  harness('a crash at every storage operation', 'schedules', 100_000),
  harness('any history keeps the invariants', 'model', 10_000),
  harness('ten years: no link idles to death', 'decade', 10_000),
  harness('ten years with starts at login only', 'background', 10_000),
  harness('an expired company secret ends no link', 'drill', 10_000),
  tests('malformed callbacks: none accepted', 'tests/unit/oauth/callback.test.ts', 1_000_000, passed),
  tests('malformed token answers: no refresh token lost', 'tests/unit/oauth/token-answer.test.ts', 100_000, passed),
  tests('turned bits: never a wrong secret', 'tests/integration/storage/bit-flips.test.ts', 10_000, /^bit flips: /u),
  tests('every level of a full disk: nothing lost', 'tests/integration/storage/full-disk.test.ts', 2000, /^full disk: /u),
  tests('the network breaks at every byte: never a wrong "nothing was sent"', 'tests/integration/network-faults.test.ts', 3000, /^network faults: /u),
  { claim: 'what a link depends on, broken line by line: a test notices', arguments_: [inProject('build', 'scripts', 'mutation.ts')], figure: /^mutation: /u },
]);
