import type { RouteObject } from 'react-router';

/** The annual report. */
export const reportRoutes: readonly RouteObject[] = [
  { path: '/reports', lazy: async () => ({ Component: (await import('./report-page.js')).ReportPage }) },
];
