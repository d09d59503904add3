import type { RouteObject } from 'react-router';
import { ForRoles } from '../shell/not-yours-page.js';

/** What the organ has published, for those who keep it. */
export const catalogueRoutes: readonly RouteObject[] = [
  {
    path: '/catalogue',
    element: <ForRoles roles={['supervisor', 'admin']} />,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./catalogue-page.js')).CataloguePage }) },
      { path: 'year', lazy: async () => ({ Component: (await import('./year-page.js')).CatalogueYearPage }) },
      { path: 'formed', lazy: async () => ({ Component: (await import('./formed-page.js')).FormedPage }) },
    ],
  },
];
