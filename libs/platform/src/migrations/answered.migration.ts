import { ForwardOnly } from './forward-only.js';

const STATES = `
  ALTER TABLE incoming DROP CONSTRAINT incoming_state_check,
    ADD CONSTRAINT incoming_state_check
      CHECK (state IN ('waiting', 'opened', 'attached', 'dismissed', 'answered', 'complaint'))`;

/** What came in can be a question answered on the spot, or a complaint put aside. */
export class Answered1795741000000 extends ForwardOnly {
  readonly name = 'Answered1795741000000';
  protected readonly statements = [STATES];
}
