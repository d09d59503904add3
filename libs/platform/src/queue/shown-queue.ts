import type { Queue } from 'bullmq';
import { inTime } from './in-time.js';
import { queueLine, type QueuePlace } from './queue-line.js';

/** The queue between relay and workers, for who only looks at it. */
export type ShownQueue = { readonly queue: Queue; readonly close: () => Promise<void> };

/** Milliseconds until the place has to have answered. */
const PATIENCE = 5_000;

/**
 * Opens the queue to be looked at: nothing is put into it, and nothing taken.
 * @throws Error where its place does not answer
 */
export async function openShownQueue(place: QueuePlace): Promise<ShownQueue> {
  const line = queueLine(place);
  await line.prepare();
  // Both backends are asked by the same calls; only how they are connected has another type.
  const queue = line.queue() as Queue;
  queue.on('error', () => undefined);
  try {
    await inTime(queue.waitUntilReady(), PATIENCE);
  } catch (error) {
    void queue.close().catch(() => undefined);
    throw error;
  }
  return { queue, close: () => queue.close() };
}
