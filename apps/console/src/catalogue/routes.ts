import type { RouteObject } from 'react-router';

/** What the organ has published, for those who keep it. */
export const catalogueRoutes: readonly RouteObject[] = [
  { path: '/catalogue', lazy: async () => ({ Component: (await import('./catalogue-page.js')).CataloguePage }) },
  { path: '/catalogue/year', lazy: async () => ({ Component: (await import('./year-page.js')).CatalogueYearPage }) },
  { path: '/catalogue/formed', lazy: async () => ({ Component: (await import('./formed-page.js')).FormedPage }) },
];
