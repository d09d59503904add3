import { createBrowserRouter } from 'react-router';
import { ApplyPage } from './apply/apply-page.js';
import { DonePage } from './apply/done-page.js';
import { organsAsked } from './apply/organs-asked.js';
import { FollowPage } from './follow/follow-page.js';
import { standingAsked } from './follow/standing-asked.js';
import { HomePage } from './home/home-page.js';
import { BrokenPage } from './shell/broken-page.js';
import { Frame } from './shell/frame.js';
import { NotFoundPage } from './shell/not-found-page.js';

/** Addresses and what they show. */
export const router = createBrowserRouter(
  [
    {
      path: '/',
      element: <Frame />,
      hydrateFallbackElement: <></>,
      children: [
        {
          errorElement: <BrokenPage />,
          children: [
            { index: true, element: <HomePage /> },
            { path: 'apply', element: <ApplyPage />, loader: organsAsked, shouldRevalidate: () => false },
            { path: 'apply/done', element: <DonePage /> },
            { path: 'follow', element: <FollowPage />, loader: standingAsked },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ],
  { basename: '/portal' },
);
