import type { PublicOrgans, RecordStanding } from '@gongkai/contracts';
import type { LoaderFunctionArgs } from 'react-router';
import { ask, type Answer } from '../api.js';

/** What the page of requests for correction starts from. */
export type RecordsAsked = { readonly organs: Answer<PublicOrgans>; readonly standing: Answer<RecordStanding> | null };

/** Whom one can ask; and where a request stands, where the address names one with its code. */
export async function recordsAsked({ request }: LoaderFunctionArgs): Promise<RecordsAsked> {
  const query = new URL(request.url).searchParams;
  const [number, code] = [(query.get('number') ?? '').trim(), (query.get('code') ?? '').trim()];
  const path = `/record-corrections/${encodeURIComponent(number)}?${new URLSearchParams({ code }).toString()}`;
  return {
    organs: await ask<PublicOrgans>('/organs'),
    standing: number === '' || code === '' ? null : await ask<RecordStanding>(path),
  };
}
