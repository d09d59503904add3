import type { RouteObject } from 'react-router';

/** Administration. */
export const settingsRoutes: readonly RouteObject[] = [
  { path: '/settings/*', lazy: async () => ({ Component: (await import('./settings-page.js')).SettingsPage }) },
];
