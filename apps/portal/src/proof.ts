import type { Challenge } from '@gongkai/contracts';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { ask } from './api.js';

/**
 * Has the machine do a sum (proof of work), which is nothing for one application.
 * @returns headers to send it with; none where the browser cannot, as without encryption: a few come in without
 */
export async function proofHeaders(): Promise<Readonly<Record<string, string>>> {
  const { data: challenge } = await ask<Challenge>('/challenge');
  if (challenge === undefined || !isSecureContext) return {};
  const solution = await solveChallenge({ challenge, deriveKey }).catch(() => null);
  return solution === null ? {} : { 'proof-of-work': btoa(JSON.stringify({ challenge, solution })) };
}
