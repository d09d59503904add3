import type { RouteObject } from 'react-router';

/** Files of which parts are withheld. */
export const redactRoutes: readonly RouteObject[] = [
  { path: '/redact', lazy: async () => ({ Component: (await import('./checks-page.js')).ChecksPage }) },
  { path: '/redact/:id', lazy: async () => ({ Component: (await import('./redact-page.js')).RedactPage }) },
];
