import { createBrowserRouter } from 'react-router';
import { organsAsked } from './apply/organs-asked.js';
import { consultedAsked } from './consulted/consulted-asked.js';
import { NoMailPage, noMoreMail } from './follow/no-mail-page.js';
import { standingAsked } from './follow/standing-asked.js';
import { compendiumAsked, guideAsked } from './guides/guides-asked.js';
import { HomePage } from './home/home-page.js';
import { entryAsked, informationAsked } from './information/information-asked.js';
import { recordsAsked } from './records/records-asked.js';
import { BrokenPage } from './shell/broken-page.js';
import { Frame } from './shell/frame.js';
import { NotFoundPage } from './shell/not-found-page.js';
import { Waiting } from './shell/waiting.js';

/** Addresses and what they show; a page is fetched when it is first opened. */
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
            {
              path: 'apply',
              lazy: async () => ({ Component: (await import('./apply/apply-page.js')).ApplyPage }),
              loader: organsAsked,
              shouldRevalidate: () => false,
            },
            { path: 'apply/done', lazy: async () => ({ Component: (await import('./apply/done-page.js')).DonePage }) },
            {
              path: 'follow',
              lazy: async () => ({ Component: (await import('./follow/follow-page.js')).FollowPage }),
              loader: standingAsked,
            },
            {
              path: 'consulted',
              lazy: async () => ({ Component: (await import('./consulted/consulted-page.js')).ConsultedPage }),
              loader: consultedAsked,
              shouldRevalidate: () => false,
            },
            {
              path: 'guides',
              lazy: async () => ({ Component: (await import('./guides/guides-page.js')).GuidesPage }),
              loader: organsAsked,
            },
            {
              path: 'guides/:id',
              lazy: async () => ({ Component: (await import('./guides/guide-page.js')).GuidePage }),
              loader: guideAsked,
            },
            {
              path: 'guides/:id/all',
              lazy: async () => ({ Component: (await import('./guides/compendium-page.js')).CompendiumPage }),
              loader: compendiumAsked,
            },
            {
              path: 'records',
              lazy: async () => ({ Component: (await import('./records/records-page.js')).RecordsPage }),
              loader: recordsAsked,
            },
            { path: 'no-mail', element: <NoMailPage />, loader: noMoreMail },
            {
              path: 'information',
              lazy: async () => ({ Component: (await import('./information/information-page.js')).InformationPage }),
              loader: informationAsked,
            },
            {
              path: 'information/:id',
              lazy: async () => ({ Component: (await import('./information/entry-page.js')).EntryPage }),
              loader: entryAsked,
            },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ],
  { basename: '/portal' },
);
