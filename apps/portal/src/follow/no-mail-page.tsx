import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, type Answer } from '../api.js';
import { useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';
import { Refusal } from '../parts/refusal.js';

/** A mail leads here: no more of them. Who only looks at addresses in mails does not run this, and takes nothing back. */
export const noMoreMail = ({ request }: LoaderFunctionArgs): Promise<Answer<null>> =>
  ask<null>('/mail-stops', { method: 'POST', body: { token: new URL(request.url).searchParams.get('token') ?? '' } });

/** That it is so. */
export function NoMailPage(): ReactNode {
  const say = useWords();
  const { no } = useLoaderData<Answer<null>>();
  return (
    <Page title={say(no === undefined ? 'no-mail.title' : 'no-mail.failed')}>
      {no === undefined ? <p>{say('no-mail.says')}</p> : <Refusal no={no} />}
      <p>
        <Link to="/follow">{say('home.follow')}</Link>
      </p>
    </Page>
  );
}
