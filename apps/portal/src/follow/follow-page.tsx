import type { ApplicationStanding } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { useLoaderData } from 'react-router';
import type { Key } from '../i18n/words.js';
import { AskForm } from './ask-form.js';
import { StandingPage } from './standing-page.js';
import type { Asked } from './standing-asked.js';

/** What an act of the applicant has brought about, since it was asked for. */
type Changed = { readonly since: Asked; readonly standing: ApplicationStanding; readonly done: Key | undefined };

/** Where an application stands, by the number and the query code of its receipt. */
export function FollowPage(): ReactNode {
  const asked = useLoaderData<Asked>();
  const [changed, setChanged] = useState<Changed>();
  const { number, code, answer } = asked;
  const now = changed?.since === asked ? changed : { standing: answer?.data, done: undefined };
  return now.standing === undefined ? (
    <AskForm key={`${number} ${code}`} number={number} code={code} no={answer === null ? undefined : answer.no} />
  ) : (
    <StandingPage
      standing={now.standing}
      code={code}
      done={now.done}
      onChange={(standing, done) => setChanged({ since: asked, standing, done })}
    />
  );
}
