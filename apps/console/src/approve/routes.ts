import type { RouteObject } from 'react-router';

/** What waits for a signature. */
export const approveRoutes: readonly RouteObject[] = [
  { path: '/approve', lazy: async () => ({ Component: (await import('./approve-page.js')).ApprovePage }) },
  { path: '/approve/:id', lazy: async () => ({ Component: (await import('./approve-case-page.js')).ApproveCasePage }) },
  { path: '/approved', lazy: async () => ({ Component: (await import('./approved-page.js')).ApprovedPage }) },
];
