import { createBrowserRouter } from 'react-router';
import { ApplyPage } from './apply/apply-page.js';
import { DonePage } from './apply/done-page.js';
import { organsAsked } from './apply/organs-asked.js';
import { consultedAsked } from './consulted/consulted-asked.js';
import { ConsultedPage } from './consulted/consulted-page.js';
import { FollowPage } from './follow/follow-page.js';
import { NoMailPage, noMoreMail } from './follow/no-mail-page.js';
import { standingAsked } from './follow/standing-asked.js';
import { CompendiumPage } from './guides/compendium-page.js';
import { GuidePage } from './guides/guide-page.js';
import { compendiumAsked, guideAsked } from './guides/guides-asked.js';
import { GuidesPage } from './guides/guides-page.js';
import { HomePage } from './home/home-page.js';
import { EntryPage } from './information/entry-page.js';
import { entryAsked, informationAsked } from './information/information-asked.js';
import { InformationPage } from './information/information-page.js';
import { recordsAsked } from './records/records-asked.js';
import { RecordsPage } from './records/records-page.js';
import { BrokenPage } from './shell/broken-page.js';
import { Frame } from './shell/frame.js';
import { NotFoundPage } from './shell/not-found-page.js';
import { Waiting } from './shell/waiting.js';

/** Addresses and what they show. */
export const router = createBrowserRouter(
  [
    {
      path: '/',
      element: <Frame />,
      hydrateFallbackElement: <Waiting />,
      children: [
        {
          errorElement: <BrokenPage />,
          children: [
            { index: true, element: <HomePage /> },
            { path: 'apply', element: <ApplyPage />, loader: organsAsked, shouldRevalidate: () => false },
            { path: 'apply/done', element: <DonePage /> },
            { path: 'follow', element: <FollowPage />, loader: standingAsked },
            { path: 'consulted', element: <ConsultedPage />, loader: consultedAsked, shouldRevalidate: () => false },
            { path: 'guides', element: <GuidesPage />, loader: organsAsked },
            { path: 'guides/:id', element: <GuidePage />, loader: guideAsked },
            { path: 'guides/:id/all', element: <CompendiumPage />, loader: compendiumAsked },
            { path: 'records', element: <RecordsPage />, loader: recordsAsked },
            { path: 'no-mail', element: <NoMailPage />, loader: noMoreMail },
            { path: 'information', element: <InformationPage />, loader: informationAsked },
            { path: 'information/:id', element: <EntryPage />, loader: entryAsked },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ],
  { basename: '/portal' },
);
