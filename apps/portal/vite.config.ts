import path from 'node:path';
import { defineConfig } from 'vite';

const lib = (name: string): string => path.resolve(import.meta.dirname, `../../libs/${name}/src/index.ts`);

/** People at home have older telephones than an office has desktops. */
const OLDEST_BROWSERS = ['chrome87', 'safari14', 'firefox91'];

/** Speaks as React does in a tenth of its size: what a page of forms needs of it is there, and telephones fetch half as much. */
const IN_PLACE_OF_REACT = [
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react$/, replacement: 'preact/compat' },
];

export default defineConfig({
  root: import.meta.dirname,
  base: '/portal/',
  resolve: {
    alias: [
      { find: '@gongkai/calendar', replacement: lib('calendar') },
      { find: '@gongkai/contracts', replacement: lib('contracts') },
      ...IN_PLACE_OF_REACT,
    ],
  },
  build: {
    target: OLDEST_BROWSERS,
    cssTarget: OLDEST_BROWSERS,
    emptyOutDir: true,
    sourcemap: false,
    rolldownOptions: {
      // Packages mark themselves for servers that render; here everything is rendered in the browser.
      checks: { moduleLevelDirective: false },
      // Of the contracts only what is used is sent: their modules do nothing by being loaded.
      treeshake: { moduleSideEffects: [{ test: /\/libs\//, sideEffects: false }] },
    },
  },
});
