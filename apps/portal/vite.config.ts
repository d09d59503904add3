import path from 'node:path';
import { defineConfig } from 'vite';

const lib = (name: string): string => path.resolve(import.meta.dirname, `../../libs/${name}/src/index.ts`);

/** People at home have older telephones than an office has desktops. */
const OLDEST_BROWSERS = ['chrome87', 'safari14', 'firefox91'];

export default defineConfig({
  root: import.meta.dirname,
  base: '/portal/',
  resolve: { alias: { '@gongkai/calendar': lib('calendar'), '@gongkai/contracts': lib('contracts') } },
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
