import { ForwardOnly } from './forward-only.js';

/** What organs owe without a case, as of the last look: what is not here is owed no more. */
const ORGAN_DUTY = `
  CREATE TABLE organ_duty (
    organ_id uuid NOT NULL REFERENCES organ ON DELETE CASCADE,
    subject text NOT NULL,
    due date NOT NULL,
    PRIMARY KEY (organ_id, subject, due)
  )`;

/** Who was reminded of a request to correct a record is not reminded of it again; what had no answer of a server yet still waits for one. */
const REMINDED = `
  INSERT INTO notification (id, key, person_id, told_as, organ_id, kind, subject, due, rung, ring_on, created_at, not_before, delivery, sent_at, proof)
  SELECT gen_random_uuid(), concat_ws(' ', 'duty', organ_id, 'recordCorrectionDue:' || number, due, ring_on), person_id, 'caseworker', organ_id,
         'reminder', 'recordCorrectionDue:' || number, due, rung, ring_on, told_at, told_at,
         CASE WHEN proof IS NULL THEN 'waiting' ELSE 'sent' END, CASE WHEN proof IS NOT NULL THEN told_at END, proof
    FROM record_reminder JOIN record_correction ON record_correction.id = record_id`;
const JOBS = `
  INSERT INTO outbox (id, job, payload, next_at)
  SELECT gen_random_uuid(), 'deliver-notification', jsonb_build_object('notificationId', told.id), outbox.next_at
    FROM outbox JOIN record_correction ON record_correction.id = (payload ->> 'recordId')::uuid
    JOIN notification AS told ON told.person_id = (payload ->> 'personId')::uuid AND told.ring_on = (payload ->> 'ringOn')::date
     AND told.organ_id = record_correction.organ_id AND told.subject = 'recordCorrectionDue:' || record_correction.number
   WHERE job = 'remind-of-record' AND done_at IS NULL AND told.delivery = 'waiting'`;
const SHOWN = `
  UPDATE notification AS told SET delivery = 'shown'
   WHERE organ_id IS NOT NULL AND delivery = 'waiting'
     AND NOT EXISTS (SELECT FROM outbox WHERE job = 'deliver-notification' AND payload ->> 'notificationId' = told.id::text)`;

/** A notification is about a case, or about what an organ owes without one; requests to correct a record are told of like everything else. */
export class OrganDuties1795902700004 extends ForwardOnly {
  readonly name = 'OrganDuties1795902700004';
  protected readonly statements = [
    ORGAN_DUTY,
    'ALTER TABLE notification ALTER COLUMN case_id DROP NOT NULL',
    'ALTER TABLE notification ADD COLUMN organ_id uuid REFERENCES organ ON DELETE CASCADE',
    'ALTER TABLE notification ADD CONSTRAINT notification_about_one CHECK ((case_id IS NULL) <> (organ_id IS NULL))',
    'CREATE INDEX notification_duty ON notification (organ_id, subject, due, ring_on) WHERE organ_id IS NOT NULL',
    REMINDED,
    JOBS,
    SHOWN,
    `DELETE FROM outbox WHERE job = 'remind-of-record'`,
    'DROP TABLE record_reminder',
  ];
}
