// Builds, and writes the licences of what went into the bundles. `npm run package:check` fails when the file is not the one this would write.
import { writeFileSync } from 'node:fs';
import { buildAndReport } from './bundled.ts';
import { licenceFile, licenceText, namedIn } from './licence-text.ts';

const { packages } = await buildAndReport();
const text = licenceText(packages);
writeFileSync(licenceFile, text);
console.log(`${String(namedIn(text).length)} packages in THIRD-PARTY-LICENCES.txt; run the build once more to ship it.`);
