import type { RouteObject } from 'react-router';

/** Supervision orders: those in sight, and those that wait for the reader's answer. */
export const orderRoutes: readonly RouteObject[] = [
  { path: '/orders', lazy: async () => ({ Component: (await import('./orders-page.js')).OrdersPage }) },
];
