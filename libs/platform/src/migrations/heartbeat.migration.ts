import { ForwardOnly } from './forward-only.js';

/** When each part of the program that nobody talks to was last at work, by the clock of the database. */
const HEARTBEAT = `
  CREATE TABLE heartbeat (
    part text PRIMARY KEY,
    beaten_at timestamptz NOT NULL
  )`;

/** A worker that has gone is noticed. */
export class Heartbeat1795670504202 extends ForwardOnly {
  readonly name = 'Heartbeat1795670504202';
  protected readonly statements = [HEARTBEAT];
}
