import { setTimeout as pause } from 'node:timers/promises';
import { Rounds } from './rounds.js';

/** Rounds that are let end one by one. */
function going() {
  const complaints: unknown[] = [];
  const begun: ((failed?: Error) => void)[] = [];
  const waiting: (() => void)[] = [];
  const round = () =>
    new Promise<void>((resolve, reject) => {
      begun.push((failed) => (failed === undefined ? resolve() : reject(failed)));
      for (const go of waiting.splice(0)) go();
    });
  /** Ends a round as soon as it has begun. */
  const end = async (nth: number, failed?: Error): Promise<void> => {
    while (begun.length <= nth) await new Promise<void>((resolve) => void waiting.push(resolve));
    begun[nth]?.(failed);
  };
  const log = { error: (...said: unknown[]) => void complaints.push(said.at(-1)) };
  const rounds = new Rounds({ round, log, complaint: 'It has failed.', every: 1 });
  return { begun, complaints, end, rounds };
}

/** So long that several rounds would have begun. */
const meanwhile = () => pause(20);

test('rounds come one after the other, also after one that failed', async () => {
  const { begun, complaints, end, rounds } = going();
  rounds.start();
  await end(0, new Error('no folder'));
  await end(1);
  expect(complaints).toEqual(['It has failed.']);
  await end(2);
  await end(3);
  await rounds.stop();
  const so = begun.length;
  rounds.start();
  await meanwhile();
  expect(begun.length).toBe(so);
});

test('the round under way is alone, and waited for by whoever ends them', async () => {
  const { begun, end, rounds } = going();
  rounds.start();
  await end(0);
  while (begun.length < 2) await pause(1);
  let stopped = false;
  const stopping = rounds.stop().then(() => (stopped = true));
  await meanwhile();
  expect([begun.length, stopped]).toEqual([2, false]);
  await end(1);
  await stopping;
});
