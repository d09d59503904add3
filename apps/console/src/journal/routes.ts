import type { RouteObject } from 'react-router';

/** The journals and their proof, for the auditor. */
export const journalRoutes: readonly RouteObject[] = [
  { path: '/journal', lazy: async () => ({ Component: (await import('./journal-page.js')).JournalPage }) },
  { path: '/verify', lazy: async () => ({ Component: (await import('./verify-page.js')).VerifyPage }) },
];
