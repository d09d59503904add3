import type { ReactNode } from 'react';
import { RouterProvider } from 'react-router/dom';
import { router } from './routes.js';

/** The portal. */
export const App = (): ReactNode => <RouterProvider router={router} />;
