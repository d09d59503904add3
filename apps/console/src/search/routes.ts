import type { RouteObject } from 'react-router';

/** Every case in sight, by any of its filters. */
export const searchRoutes: readonly RouteObject[] = [
  { path: '/search', lazy: async () => ({ Component: (await import('./search-page.js')).SearchPage }) },
];
