import { ForwardOnly } from './forward-only.js';

/**
 * What was told of requests to correct a record before duties of organs were written down, and is still to be sent, is owed: else it would
 * be taken for met if it is sent before the first round of duties. That round writes all of them down anew.
 */
const OWED = `
  INSERT INTO organ_duty (organ_id, subject, due)
  SELECT told.organ_id, told.subject, told.due
    FROM notification AS told
    JOIN record_correction AS asked ON asked.organ_id = told.organ_id AND told.subject = 'recordCorrectionDue:' || asked.number
   WHERE told.delivery = 'waiting' AND told.acknowledged_at IS NULL AND asked.state IN ('open', 'drafted', 'signed')
  ON CONFLICT DO NOTHING`;

/** A reminder that waited for its mail while the program was made new is sent. */
export class DutiesTold1795903200007 extends ForwardOnly {
  readonly name = 'DutiesTold1795903200007';
  protected readonly statements = [OWED];
}
