import type { RouteObject } from 'react-router';

/** Requests to correct records about oneself: cases of their own kind. */
export const recordRoutes: readonly RouteObject[] = [
  { path: '/records', lazy: async () => ({ Component: (await import('./records-page.js')).RecordsPage }) },
];
