import type { Statement } from './pg-values.js';

/** Seconds between two beats of a worker. */
export const HEARTBEAT_EVERY = 20;
/** Seconds after which a worker counts as gone: four beats. */
const SILENCE = 80;

/** Says that a worker is at work now; one row for all of them. */
export const beat: Statement = {
  name: 'beat',
  text: `INSERT INTO heartbeat VALUES ('worker', now()) ON CONFLICT (part) DO UPDATE SET beaten_at = excluded.beaten_at`,
};

/** Whether a worker is at work, and when one last was; no row where none ever was. */
export type WorkerSigns = { readonly present: boolean; readonly beaten_at: Date };

/** Asks for the last sign of a worker. */
export const WORKER_SIGNS = `
  SELECT beaten_at > now() - interval '${SILENCE} s' AS present, beaten_at FROM heartbeat WHERE part = 'worker'`;
