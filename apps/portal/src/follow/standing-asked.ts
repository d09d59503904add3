import type { ApplicationStanding } from '@gongkai/contracts';
import type { LoaderFunctionArgs } from 'react-router';
import { ask, type Answer } from '../api.js';

/** What the address asks for: nothing yet, or where an application stands. */
export type Asked = {
  readonly number: string;
  readonly code: string;
  readonly answer: Answer<ApplicationStanding> | null;
};

/** Where it is asked for. */
export const standingPath = (number: string, code: string): string =>
  `/applications/${encodeURIComponent(number)}?${new URLSearchParams({ code }).toString()}`;

/** Asks for the application that the address names; a receipt leads here with both. */
export async function standingAsked({ request }: LoaderFunctionArgs): Promise<Asked> {
  const query = new URL(request.url).searchParams;
  const [number, code] = [(query.get('number') ?? '').trim(), (query.get('code') ?? '').trim()];
  if (number === '' || code === '') return { number, code, answer: null };
  return { number, code, answer: await ask<ApplicationStanding>(standingPath(number, code)) };
}
