import type { RouteObject } from 'react-router';

/** The overview of the supervisor, and the list behind each of its numbers. */
export const overviewRoutes: readonly RouteObject[] = [
  { path: '/overview', lazy: async () => ({ Component: (await import('./overview-page.js')).OverviewPage }) },
  { path: '/overview/cases', lazy: async () => ({ Component: (await import('./cases-page.js')).CasesPage }) },
  { path: '/calendar', lazy: async () => ({ Component: (await import('../calendars/due-calendar-page.js')).DueCalendarPage }) },
];
