import type { EntryProposal } from '@gongkai/contracts';
import type { TestApi } from './api.js';
import type { HttpAnswer } from './officer.js';

/** Has a second person make public what was answered to a proposal. */
export async function confirmProposal(api: TestApi, proposed: Pick<HttpAnswer, 'body'>): Promise<EntryProposal> {
  const { id, hash } = proposed.body as EntryProposal;
  const reviewer = await api.officer('reviewer.bureau');
  const { body, status } = await reviewer.post(`/entry-proposals/${id}/moves`, { move: 'confirm', hash });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as EntryProposal;
}
