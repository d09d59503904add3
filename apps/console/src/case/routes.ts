import type { RouteObject } from 'react-router';

const lazy: RouteObject['lazy'] = async () => ({ Component: (await import('./case-page.js')).CasePage });

/** A case: what it is, why its dates are what they are, its steps. */
export const caseRoutes: readonly RouteObject[] = [
  { path: '/case/:id', lazy },
  { path: '/case/:id/why', lazy },
  { path: '/case/:id/step/:type', lazy },
];
