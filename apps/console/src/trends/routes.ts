import type { RouteObject } from 'react-router';

/** How the work went, and how it will go on. */
export const trendRoutes: readonly RouteObject[] = [
  { path: '/trends', lazy: async () => ({ Component: (await import('./trends-page.js')).TrendsPage }) },
];
