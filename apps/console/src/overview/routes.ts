import type { RouteObject } from 'react-router';

/** The overview of the supervisor. */
export const overviewRoutes: readonly RouteObject[] = [
  { path: '/overview', lazy: async () => ({ Component: (await import('./overview-page.js')).OverviewPage }) },
];
