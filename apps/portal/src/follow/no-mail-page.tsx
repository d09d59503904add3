import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, type Answer } from '../api.js';
import { useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';
import { Refusal } from '../parts/refusal.js';

/** A mail leads here: no more of them. Who only looks at addresses in mails does not run this, and takes nothing back. */
export async function noMoreMail({ request }: LoaderFunctionArgs): Promise<Answer<null> | null> {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  return token === '' ? null : ask<null>('/mail-stops', { method: 'POST', body: { token } });
}

/** That it is so; a mail program may have cut the address off. */
export function NoMailPage(): ReactNode {
  const say = useWords();
  const answer = useLoaderData<Answer<null> | null>();
  const isDone = answer !== null && answer.no === undefined;
  return (
    <Page title={say(isDone ? 'no-mail.title' : 'no-mail.failed')}>
      {isDone ? <p>{say('no-mail.says')}</p> : null}
      {answer === null ? <p>{say('no-mail.cut-off')}</p> : null}
      {answer?.no === undefined ? null : <Refusal no={answer.no} />}
      <p>
        <Link to="/follow">{say('home.follow')}</Link>
      </p>
    </Page>
  );
}
