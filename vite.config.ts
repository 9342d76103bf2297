import { defineConfig, type EnvironmentOptions } from 'vite';
import react from '@vitejs/plugin-react';
import path from 'node:path';

const at = (relative: string): string => path.resolve(import.meta.dirname, relative);

/**
 * One Node-side bundle. Everything but Electron is bundled, so no node_modules ships.
 * CommonJS on purpose: Electron never becomes ready when an ES module entry awaits at top level, and the bundler refuses top-level await here.
 */
const nodeBundle = (name: 'main' | 'preload', target: string): EnvironmentOptions => ({
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
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  builder: {
    async buildApp(builder) {
      await Promise.all(['main', 'preload', 'client'].map(async (name) => builder.build(builder.environments[name]!)));
    },
  },
  environments: {
    client: { build: { outDir: at('out/renderer'), emptyOutDir: true, target: 'chrome146', modulePreload: { polyfill: false }, assetsInlineLimit: 0 } },
    main: nodeBundle('main', 'node24'),
    preload: nodeBundle('preload', 'chrome146'),
  },
});
