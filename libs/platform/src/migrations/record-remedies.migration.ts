import { ForwardOnly } from './forward-only.js';

/**
 * Remedies against the answer to a request to correct a record (REG 41, 51): of each what reports count and reminders ask, of an order to act
 * anew its day and its own period; what is said of them lies sealed with the request.
 */
export class RecordRemedies1795909700000 extends ForwardOnly {
  readonly name = 'RecordRemedies1795909700000';
  protected readonly statements = [
    `ALTER TABLE record_correction
       ADD COLUMN remedies jsonb NOT NULL DEFAULT '[]',
       ADD COLUMN redo jsonb,
       ADD COLUMN challenged boolean NOT NULL DEFAULT false`,
    'DROP INDEX record_correction_open',
    `CREATE INDEX record_correction_open ON record_correction (organ_id, received_on)
      WHERE state NOT IN ('served', 'withdrawn') OR challenged`,
    `CREATE INDEX record_correction_remedied ON record_correction (organ_id) WHERE remedies <> '[]'`,
  ];
}
