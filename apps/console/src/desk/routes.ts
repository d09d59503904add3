import type { RouteObject } from 'react-router';

/** The work of a caseworker. */
export const deskRoutes: readonly RouteObject[] = [
  { path: '/desk', lazy: async () => ({ Component: (await import('./desk-page.js')).DeskPage }) },
  { path: '/pool', lazy: async () => ({ Component: (await import('./pool-page.js')).PoolPage }) },
  { path: '/consultations', lazy: async () => ({ Component: (await import('./consultations-page.js')).ConsultationsPage }) },
  { path: '/co-handling', lazy: async () => ({ Component: (await import('./co-handling-page.js')).CoHandlingPage }) },
];
