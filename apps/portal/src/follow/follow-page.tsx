import type { ReactNode } from 'react';
import { useLoaderData } from 'react-router';
import { AskForm } from './ask-form.js';
import { StandingPage } from './standing-page.js';
import type { Asked } from './standing-asked.js';

/** Where an application stands, by the number and the query code of its receipt. */
export function FollowPage(): ReactNode {
  const { number, code, answer } = useLoaderData<Asked>();
  const standing = answer?.data;
  return standing === undefined ? (
    <AskForm key={`${number} ${code}`} number={number} code={code} no={answer === null ? undefined : answer.no} />
  ) : (
    <StandingPage standing={standing} />
  );
}
