import type { RouteObject } from 'react-router';

/** Letters, faxes, visits and e-mails, until they are cases. */
export const intakeRoutes: readonly RouteObject[] = [
  { path: '/inbox', lazy: async () => ({ Component: (await import('./inbox-page.js')).InboxPage }) },
  { path: '/log', lazy: async () => ({ Component: (await import('./log-page.js')).LogPage }) },
  { path: '/register', lazy: async () => ({ Component: (await import('./register-page.js')).RegisterPage }) },
  { path: '/receipt', lazy: async () => ({ Component: (await import('./receipts-page.js')).ReceiptsPage }) },
  { path: '/receipt/:id', lazy: async () => ({ Component: (await import('./receipt-page.js')).ReceiptPage }) },
];
