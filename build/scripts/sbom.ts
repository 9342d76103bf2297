// Writes two lists in CycloneDX into release/: of what is shipped, and of everything that took part in making it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { licenceFile, namedIn } from './licence-text.ts';
import { inProject, runNode } from './project.ts';
import { shippedOnly, type Bom } from './sbom-parts.ts';

const manifest = (...parts: readonly string[]): { readonly version: string } => JSON.parse(readFileSync(inProject(...parts, 'package.json'), 'utf8')) as { readonly version: string };
const { version } = manifest();
const all = inProject('release', `liaison-${version}-build.cdx.json`);
const shipped = inProject('release', `liaison-${version}.cdx.json`);

function writeShipped(): void {
  const bom = JSON.parse(readFileSync(all, 'utf8')) as Bom;
  const names = [...namedIn(readFileSync(licenceFile, 'utf8')), `electron ${manifest('node_modules', 'electron').version}`];
  const part = shippedOnly(bom, names);
  writeFileSync(shipped, `${JSON.stringify(part, null, 2)}\n`);
  console.log(`SBOM: ${String(part.components.length)} packages shipped, ${String(bom.components.length)} in all`);
}

mkdirSync(inProject('release'), { recursive: true });
const tool = inProject('node_modules', '@cyclonedx', 'cyclonedx-npm', 'bin', 'cyclonedx-npm-cli.js');
const code = await runNode(tool, ['--output-format', 'JSON', '--output-reproducible', '--no-validate', '--flatten-components', '--output-file', all]);
if (code === 0) writeShipped();
process.exitCode = code;
