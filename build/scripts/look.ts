// Draws every screen and state in every look, inspects each, and writes the pictures into tour/looks/. Arguments: part of a scene's name, and one look (`keyboard`, or a name of tests/renderer/looks.ts; none: all).
import { chromiumSentence, ensureChromium } from './chromium.ts';
import { inProject, runNode } from './project.ts';

const [scene = '', look = 'all'] = process.argv.slice(2);
const chromium = await ensureChromium();
if (chromium === undefined) console.error(chromiumSentence());
process.exitCode = chromium === undefined ? 1 : await runNode(inProject('tests', 'renderer', 'look.ts'), [inProject('tour', 'looks'), scene, look], { environment: { LIAISON_CHROMIUM: chromium } });
