import type { RouteObject } from 'react-router';

/** Looking after openness beyond single cases: trainings held, assessments, and what has to be put right after them. */
export const assessRoutes: readonly RouteObject[] = [
  { path: '/assessments', lazy: async () => ({ Component: (await import('./assessments-page.js')).AssessmentsPage }) },
  { path: '/assessments/:id', lazy: async () => ({ Component: (await import('./league-page.js')).LeaguePage }) },
  { path: '/assessments/:id/:organ', lazy: async () => ({ Component: (await import('./assessed-page.js')).AssessedPage }) },
  { path: '/rectifications', lazy: async () => ({ Component: (await import('./rectifications-page.js')).RectificationsPage }) },
  { path: '/trainings', lazy: async () => ({ Component: (await import('./trainings-page.js')).TrainingsPage }) },
];
