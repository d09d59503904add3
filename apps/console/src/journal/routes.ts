import type { RouteObject } from 'react-router';

/** The journals and their proof, for the auditor. */
export const journalRoutes: readonly RouteObject[] = [
  { path: '/journal', lazy: async () => ({ Component: (await import('./journal-page.js')).JournalPage }) },
  { path: '/accesses', lazy: async () => ({ Component: (await import('./access-page.js')).AccessPage }) },
  { path: '/verify', lazy: async () => ({ Component: (await import('./verify-page.js')).VerifyPage }) },
];
