import {
  deliver,
  deliverWebhook,
  drawPages,
  noteLetter,
  sendLetter,
  tellApplicant,
  tellConfirmation,
  tellNews,
  tellTurn,
  tellWatchers,
} from '@gongkai/casework';
import { importRows, readNextPage } from '@gongkai/intake';
import { burnRedaction, lookAtRedaction } from '@gongkai/redaction';
import type { Processors } from '@gongkai/platform';
import type { WorkerTools } from './tools.js';

/** What is done for each job. What changed was told by the bell already; it is told by mail to applicants who want that. */
export function processorsWith(tools: WorkerTools): Processors {
  const { laws, clock, mailer, settings, sealer } = tools;
  const { publicUrl } = settings;
  return {
    'case-changed': async (change, run) => [
      ...(await tellNews(change, run.read, { laws, clock })),
      ...(await tellWatchers(change, run.read, { laws, clock })),
      ...(await tellApplicant(change, run, { sealer, clock, mailer, publicUrl })),
    ],
    'turn-changed': (turn, { read }) => tellTurn(turn, read, { laws, clock }),
    'confirmation-changed': (waiting, { read }) => tellConfirmation(waiting, read, { laws, clock }),
    'deliver-notification': ({ notificationId }, run) => deliver(notificationId, run, { laws, clock, mailer, publicUrl }),
    'deliver-webhook': (job, run) =>
      deliverWebhook(job, run, { pool: tools.pool, laws, clock, sealer, sender: tools.sender, publicUrl }),
    'send-letter': (letter, run) => sendLetter(letter, run, { ...tools, publicUrl }),
    'note-letter': (letter, run) => noteLetter(letter, run, { desk: tools.desk, publicUrl }),
    'draw-pages': (scan, { read }) => drawPages(scan, read, tools),
    'read-page': (_, { read }) => readNextPage(read, tools),
    'look-at-redaction': (redaction, run) => lookAtRedaction(redaction, run, tools),
    'burn-redaction': (redaction, run) => burnRedaction(redaction, run, tools),
    'import-register': (rows, { read }) => importRows(rows, read, tools),
  };
}
