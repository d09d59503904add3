import type { RouteObject } from 'react-router';

/** The annual report, what people enter into it, and those that were made elsewhere. */
export const reportRoutes: readonly RouteObject[] = [
  { path: '/reports', lazy: async () => ({ Component: (await import('./report-page.js')).ReportPage }) },
  { path: '/reports/entry', lazy: async () => ({ Component: (await import('./entry-page.js')).EntryPage }) },
  { path: '/reports/published', lazy: async () => ({ Component: (await import('./published-page.js')).PublishedPage }) },
  { path: '/reports/comparison', lazy: async () => ({ Component: (await import('./comparison-page.js')).ComparisonPage }) },
];
