import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { approveRoutes } from './approve/routes.js';
import { archiveRoutes } from './archive/routes.js';
import { assessRoutes } from './assess/routes.js';
import { caseRoutes } from './case/routes.js';
import { catalogueRoutes } from './catalogue/routes.js';
import { deskRoutes } from './desk/routes.js';
import { disposalRoutes } from './disposal/routes.js';
import { intakeRoutes } from './intake/routes.js';
import { journalRoutes } from './journal/routes.js';
import { orderRoutes } from './orders/routes.js';
import { overviewRoutes } from './overview/routes.js';
import { publishRoutes } from './publish/routes.js';
import { recordRoutes } from './records/routes.js';
import { redactRoutes } from './redact/routes.js';
import { reportRoutes } from './reports/routes.js';
import { reviewRoutes } from './review/routes.js';
import { searchRoutes } from './search/routes.js';
import { useSession } from './session/session.js';
import { settingsRoutes } from './settings/routes.js';
import { trendRoutes } from './trends/routes.js';
import { Frame } from './shell/frame.js';
import { NotFoundPage } from './shell/not-found-page.js';
import { BrokenScreen } from './shell/screen-failure.js';
import { homeOf } from './shell/sections.js';

/** Every area of the console. */
const areas: readonly RouteObject[] = [
  ...deskRoutes,
  ...caseRoutes,
  ...intakeRoutes,
  ...reviewRoutes,
  ...redactRoutes,
  ...publishRoutes,
  ...approveRoutes,
  ...archiveRoutes,
  ...disposalRoutes,
  ...overviewRoutes,
  ...trendRoutes,
  ...orderRoutes,
  ...catalogueRoutes,
  ...reportRoutes,
  ...assessRoutes,
  ...recordRoutes,
  ...searchRoutes,
  ...journalRoutes,
  ...settingsRoutes,
];

/** Addresses and what they show; each page is loaded when it is first opened. */
export const router = createBrowserRouter([
  {
    path: '/',
    element: <Frame />,
    hydrateFallbackElement: <></>,
    children: [
      {
        errorElement: <BrokenScreen />,
        children: [{ index: true, element: <Home /> }, ...areas, { path: '*', element: <NotFoundPage /> }],
      },
    ],
  },
]);

/** The first section of the role. */
function Home() {
  const { role } = useSession();
  return <Navigate to={homeOf(role)} replace />;
}
