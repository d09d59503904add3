import type { RouteObject } from 'react-router';

/** Looking after openness beyond single cases: trainings held. */
export const assessRoutes: readonly RouteObject[] = [
  { path: '/trainings', lazy: async () => ({ Component: (await import('./trainings-page.js')).TrainingsPage }) },
];
