import type { RouteObject } from 'react-router';

/** Reviews of what is to be released. */
export const reviewRoutes: readonly RouteObject[] = [
  { path: '/review', lazy: async () => ({ Component: (await import('./review-page.js')).ReviewPage }) },
  { path: '/review/:id', lazy: async () => ({ Component: (await import('./review-case-page.js')).ReviewCasePage }) },
  { path: '/reviewed', lazy: async () => ({ Component: (await import('./reviewed-page.js')).ReviewedPage }) },
];
