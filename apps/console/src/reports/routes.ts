import type { RouteObject } from 'react-router';

/** The annual report, and what people enter into it. */
export const reportRoutes: readonly RouteObject[] = [
  { path: '/reports', lazy: async () => ({ Component: (await import('./report-page.js')).ReportPage }) },
  { path: '/reports/entry', lazy: async () => ({ Component: (await import('./entry-page.js')).EntryPage }) },
];
