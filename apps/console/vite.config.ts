import path from 'node:path';
import { defineConfig } from 'vite';

const lib = (name: string): string => path.resolve(import.meta.dirname, `../../libs/${name}/src/index.ts`);

/** The browsers on office desktops; the README names the oldest of them. */
const OLDEST_BROWSER = 'chrome109';

export default defineConfig({
  root: import.meta.dirname,
  resolve: { alias: { '@gongkai/calendar': lib('calendar'), '@gongkai/contracts': lib('contracts') } },
  build: {
    target: OLDEST_BROWSER,
    cssTarget: OLDEST_BROWSER,
    emptyOutDir: true,
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // Packages mark themselves for servers that render; here everything is rendered in the browser.
      checks: { moduleLevelDirective: false },
      // Of the contracts only what is used is sent: their modules do nothing by being loaded.
      treeshake: { moduleSideEffects: [{ test: /\/libs\//, sideEffects: false }] },
    },
  },
});
