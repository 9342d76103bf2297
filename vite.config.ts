import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';
import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const at = (relative: string): string => path.resolve(import.meta.dirname, relative);

/**
 * What main imports only while it runs is a file of its own: the program once its window is requested, and practice, zip files and the updater when they
 * are wanted. Code they share with main lies in `start.cjs`: requiring the entry itself a second time could start the program twice. The preload script
 * and the program of the threads must be one file each.
 */
const mainSplitting = { groups: [{ name: 'start', tags: ['$initial' as const], test: (id: string) => id !== at('electron/main.ts') }] };

/**
 * One Node-side bundle. Everything but Electron is bundled, so no node_modules ships.
 * CommonJS on purpose: Electron never becomes ready when an ES module entry awaits at top level, and the bundler refuses top-level await here.
 */
const nodeBundle = (name: 'main' | 'preload' | 'worker', target: string): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true, external: ['electron'] },
  build: {
    outDir: at(`out/${name}`),
    emptyOutDir: true,
    target,
    minify: true,
    sourcemap: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: at(`electron/${name}.ts`),
      external: ['electron'],
      platform: 'node',
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs', codeSplitting: name === 'main' && mainSplitting },
    },
  },
});

/**
 * Parts of electron-store that work only when a JSON schema or migrations are asked for. Preferences are checked with zod and have neither, so these
 * three packages, a third of the bundle, are left out. Whoever asks for them fails at the first start, not in somebody's hands.
 */
const leftOut: Plugin = {
  name: 'left-out',
  enforce: 'pre',
  // The updater compares versions with a semver of its own.
  resolveId: (id, importer) => (['ajv/dist/2020.js', 'ajv-formats', 'semver'].includes(id) && importer?.replaceAll('\\', '/').includes('/node_modules/conf/') === true ? '\0left-out' : undefined),
  load: (id) => (id === '\0left-out' ? 'export class Ajv2020 { constructor() { throw new Error("left out of the bundle"); } }\nexport default {};' : undefined),
};

/**
 * What index.html asks for by itself, by its place there: the style sheet, which stands after the skeleton so that the skeleton does not wait for it, and the still
 * picture, which waits for the sheet alone. Vite would put both before the skeleton.
 */
const firstFiles = { sheet: './styles/index.css', still: './still/still.ts' } as const;

/** What the still picture is made of. All else that is there from the start is one file: each file is a question to main. */
const STILL = new RegExp([
  '/renderer/(early|first-screen|sheets|site-mode|still/[^/]+|i18n/(index|languages|catalogue|format|[a-z]{2}/start)|components/(link-chip|clock-stage)|screens/sites/(list-pages|row-marks|row-words))\\.ts$',
  '/contract/(languages|first-questions|site-groups|calendar)\\.ts$', '/node_modules/i18next/', 'vite/preload-helper',
].join('|'), 'u');
const windowSplitting = {
  groups: [
    { name: 'still', test: STILL, priority: 1 },
    { name: 'program', tags: ['$initial' as const], test: (id: string) => !/\.(css|html)(\?|$)/u.test(id) },
  ],
};

/** Puts the names of the built files into index.html, and sees to it that the still picture waits for no other file. */
const firstFilesInPage: Plugin = {
  name: 'first-files',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const built = Object.values(bundle);
      if (built.some((file) => file.type === 'chunk' && file.name === 'still' && file.imports.length > 0)) throw new Error('still.ts waits for another file of the window: see STILL in vite.config.ts');
      return Object.entries(firstFiles).reduce((page, [name, place]) => {
        const file = built.find((one) => (one.type === 'asset' ? one.names.includes(`${name}.css`) : one.name === name && place.endsWith('.ts')));
        if (!file || !page.includes(place)) throw new Error(`${place} is not in the page`);
        return page.replace(place, `./${file.fileName}`);
      }, html);
    },
  },
  generateBundle(_options, bundle) {
    // A sheet that is asked for by itself leaves an empty program behind.
    for (const [name, file] of Object.entries(bundle)) if (file.type === 'chunk' && file.facadeModuleId?.endsWith('.css') === true) delete bundle[name];
  },
};

/** Our licence and those of what is bundled lie beside the files of the window; main reads them from there. */
const licences: Plugin = {
  name: 'licences',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'licence.txt', source: readFileSync(at('LICENSE'), 'utf8') });
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: readFileSync(at('THIRD-PARTY-LICENCES.txt'), 'utf8') });
  },
};

/** The program comes after the picture (`still.ts` imports it); as an entry it is one file with all that it begins with. */
const inputs = { ...Object.fromEntries(Object.entries(firstFiles).map(([name, place]) => [name, at(path.join('renderer', place))])), program: at('renderer/main.tsx') };

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), leftOut, licences, firstFilesInPage],
  builder: {
    async buildApp(builder) {
      await Promise.all(['main', 'preload', 'worker', 'client'].map(async (name) => builder.build(builder.environments[name]!)));
    },
  },
  environments: {
    client: { build: { outDir: at('out/renderer'), emptyOutDir: true, target: 'chrome146', modulePreload: { polyfill: false }, assetsInlineLimit: 0, rolldownOptions: { input: { index: at('renderer/index.html'), ...inputs }, output: { codeSplitting: windowSplitting } } } },
    main: nodeBundle('main', 'node24'),
    preload: nodeBundle('preload', 'chrome146'),
    worker: nodeBundle('worker', 'node24'),
  },
});
