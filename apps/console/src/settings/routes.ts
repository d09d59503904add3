import type { RouteObject } from 'react-router';

/** Administration. */
export const settingsRoutes: readonly RouteObject[] = [
  {
    path: '/settings',
    lazy: async () => ({ Component: (await import('./settings-frame.js')).SettingsFrame }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./settings-frame.js')).FirstPage }) },
      { path: 'organs', lazy: async () => ({ Component: (await import('./organs-page.js')).OrgansPage }) },
      { path: 'people', lazy: async () => ({ Component: (await import('./people-page.js')).PeoplePage }) },
      { path: 'calendars', lazy: async () => ({ Component: (await import('../calendars/calendars-page.js')).CalendarsPage }) },
      { path: 'tokens', lazy: async () => ({ Component: (await import('./tokens-page.js')).TokensPage }) },
      { path: 'letters', lazy: async () => ({ Component: (await import('./letters-page.js')).LettersPage }) },
      { path: 'ladders', lazy: async () => ({ Component: (await import('../reminders/ladders-page.js')).LaddersPage }) },
      { path: 'webhooks', lazy: async () => ({ Component: (await import('../reminders/webhooks-page.js')).WebhooksPage }) },
      { path: 'wordings', lazy: async () => ({ Component: (await import('./wordings-page.js')).WordingsPage }) },
      { path: 'import', lazy: async () => ({ Component: (await import('./import-page.js')).ImportPage }) },
      { path: 'log', lazy: async () => ({ Component: (await import('./log-page.js')).LogPage }) },
    ],
  },
];
