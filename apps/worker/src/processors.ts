import { deliver, drawPages, tellConfirmation, tellTurn } from '@gongkai/casework';
import type { Processors } from '@gongkai/platform';
import type { WorkerTools } from './tools.js';

/** What is done for each job. What changed was told by the bell already: nothing is left to do for it. */
export function processorsWith(tools: WorkerTools): Processors {
  const { laws, clock, mailer, settings } = tools;
  const { publicUrl } = settings;
  return {
    'case-changed': () => Promise.resolve([]),
    'turn-changed': (turn, { read }) => tellTurn(turn, read, { laws, clock }),
    'confirmation-changed': (waiting, { read }) => tellConfirmation(waiting, read, { laws, clock }),
    'deliver-notification': ({ notificationId }, run) => deliver(notificationId, run, { laws, clock, mailer, publicUrl }),
    'draw-pages': (scan, { read }) => drawPages(scan, read, tools),
  };
}
