import { ForwardOnly } from './forward-only.js';

/** How long what is destroyed had to be kept, and until when, stands in the list that outlives it. Older lists do not say. */
export class DisposalRetention1795906400000 extends ForwardOnly {
  readonly name = 'DisposalRetention1795906400000';
  protected readonly statements = [
    `ALTER TABLE disposal_case
       ADD COLUMN retention text CHECK (retention IN ('10_years', '30_years')),
       ADD COLUMN expired_on date`,
  ];
}
