import type { PublicReceipt } from '@gongkai/contracts';
import { ask, type Answer } from '../api.js';
import { applicationOf, type Draft } from './draft.js';
import { proofHeaders } from '../proof.js';

/** Sends it. Where many have knocked the sum has to be done anew; the same key makes it the same application. */
export async function sendApplication(draft: Draft): Promise<Answer<PublicReceipt>> {
  const body = applicationOf(draft);
  const sending = async (): Promise<Answer<PublicReceipt>> =>
    ask('/applications', { method: 'POST', body, headers: { 'idempotency-key': draft.key, ...(await proofHeaders()) } });
  const answer = await sending();
  return answer.no?.code === 'proof-needed' ? sending() : answer;
}
