import { ForwardOnly } from './forward-only.js';

/** What comes again under its number with something else in it is another arrival, and follows the one before. */
export class Additions1795784000000 extends ForwardOnly {
  readonly name = 'Additions1795784000000';
  protected readonly statements = ['ALTER TABLE incoming ADD COLUMN follows uuid REFERENCES incoming'];
}
