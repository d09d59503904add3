import type { RouteObject } from 'react-router';

/** Answers that are made public. */
export const publishRoutes: readonly RouteObject[] = [
  { path: '/publications', lazy: async () => ({ Component: (await import('./publications-page.js')).PublicationsPage }) },
  { path: '/publications/:id', lazy: async () => ({ Component: (await import('./publication-page.js')).PublicationPage }) },
];
