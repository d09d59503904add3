import type { RouteObject } from 'react-router';

/** What was kept long enough. */
export const disposalRoutes: readonly RouteObject[] = [
  { path: '/disposals', lazy: async () => ({ Component: (await import('./disposals-page.js')).DisposalsPage }) },
  { path: '/disposals/:id', lazy: async () => ({ Component: (await import('./disposal-page.js')).DisposalPage }) },
];
