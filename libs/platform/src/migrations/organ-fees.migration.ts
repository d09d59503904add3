import { ForwardOnly } from './forward-only.js';

/** From which day of receipt on an organ charges the processing fee; null: as the statute pack says for the installation (REG 42; FEE 2). */
export class OrganFees1795906500000 extends ForwardOnly {
  readonly name = 'OrganFees1795906500000';
  protected readonly statements = ['ALTER TABLE organ ADD COLUMN fees_from date'];
}
