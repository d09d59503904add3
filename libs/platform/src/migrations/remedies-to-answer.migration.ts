import { ForwardOnly } from './forward-only.js';

/** A complaint, a reconsideration or a suit waits for our answer in whatever state its case is, and is found by that. */
export class RemediesToAnswer1795907210000 extends ForwardOnly {
  readonly name = 'RemediesToAnswer1795907210000';
  protected readonly statements = [
    `UPDATE case_file SET waits = waits || '{remedy}'
      WHERE in_work AND NOT waits && '{remedy}' AND EXISTS (
        SELECT FROM jsonb_array_elements(file -> 'remedies') AS remedy
         WHERE remedy ->> 'closedOn' IS NULL AND remedy ->> 'answeredOn' IS NULL)`,
  ];
}
