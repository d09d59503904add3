import { ForwardOnly } from './forward-only.js';

/** What somebody asked before is found by the name, while the next request is typed. */
export class Earlier1795738000000 extends ForwardOnly {
  readonly name = 'Earlier1795738000000';
  protected readonly statements = ['CREATE INDEX applicant_name ON applicant (name, kind)'];
}
