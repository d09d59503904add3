import type { RouteObject } from 'react-router';

/** Closed cases on their way into the archive. */
export const archiveRoutes: readonly RouteObject[] = [
  { path: '/archive', lazy: async () => ({ Component: (await import('./archive-page.js')).ArchivePage }) },
  { path: '/archive/:id', lazy: async () => ({ Component: (await import('./archive-case-page.js')).ArchiveCasePage }) },
  { path: '/archived', lazy: async () => ({ Component: (await import('./archived-page.js')).ArchivedPage }) },
];
