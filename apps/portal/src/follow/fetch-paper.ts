import type { ApplicationStanding, Problem } from '@gongkai/contracts';
import type { No } from '../api.js';
import { BASE, headersFor, isRefused } from '../api.js';
import { pathOf } from './use-act.js';

type Paper = ApplicationStanding['notices'][number]['files'][number];

/** Fetches a paper and hands it to the browser, which keeps it; the code stays out of its lists. @returns why not */
export async function fetchPaper(
  { id, name }: Paper,
  { number, code }: { number: string; code: string },
): Promise<No | undefined> {
  const url = `${BASE}${pathOf(number, `files/${id}`)}?${new URLSearchParams({ code }).toString()}`;
  const answer = await fetch(url, { headers: headersFor(undefined), credentials: 'omit' }).catch(() => undefined);
  if (answer === undefined) return null;
  if (isRefused(answer)) return (await answer.json().catch(() => null)) as Problem | null;
  const content = await answer.blob().catch(() => undefined);
  if (!answer.ok || content === undefined) return null;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return undefined;
}
