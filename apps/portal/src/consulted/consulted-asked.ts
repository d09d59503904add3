import type { ConsultedView } from '@gongkai/contracts';
import type { LoaderFunctionArgs } from 'react-router';
import { ask, type Answer } from '../api.js';

/** What the address asks for: a letter to be answered, or nothing where the address was cut off. */
export type Asked = { readonly token: string; readonly answer: Answer<ConsultedView> | null };

/** Asks for the letter that the address is for. */
export async function consultedAsked({ request }: LoaderFunctionArgs): Promise<Asked> {
  const token = (new URL(request.url).searchParams.get('token') ?? '').trim();
  if (token === '') return { token, answer: null };
  return { token, answer: await ask<ConsultedView>('/consultations/question', { method: 'POST', body: { token } }) };
}
