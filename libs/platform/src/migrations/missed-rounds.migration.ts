import { ForwardOnly } from './forward-only.js';

const KEPT = ['replied_on', 'final_due', 'provisional_due', 'cautious_due', 'pace'];
const ROUND = (row: string): string => `(${row}.file #>> '{round,number}')::int`;
const DUE = 'least(coalesce(OLD.final_due, OLD.provisional_due), OLD.cautious_due)';
const day = (name: string): string => `(ended.clock ->> '${name}')::date`;
const DUE_THEN = `least(coalesce(${day('finalDue')}, ${day('provisionalFinalDue')}),
                        coalesce(${day('cautiousFinalDue')}, ${day('provisionalCautiousFinalDue')}))`;

/** Every order to decide anew, with the round that it ended, and the clock as it stood before it. */
const ENDED_ROUNDS = `
  SELECT journal.case_id, journal.seq AS until, (journal.fact ->> 'on')::date AS ordered_on,
         ${ROUND('case_file')} - row_number() OVER (PARTITION BY journal.case_id ORDER BY journal.seq DESC) AS round,
         lag(journal.seq) OVER (PARTITION BY journal.case_id ORDER BY journal.seq) AS since,
         (SELECT before.deadlines FROM journal AS before
           WHERE before.case_id = journal.case_id AND before.seq < journal.seq ORDER BY before.seq DESC LIMIT 1) AS clock
    FROM journal JOIN case_file ON case_file.id = journal.case_id
   WHERE journal.type = 'ROUND_ORDERED'`;

/**
 * A round whose day had passed without a reply when a court or a reconsideration organ ordered another stays late, with that day in the place
 * of the reply: the new round answers in time for itself alone.
 */
export class MissedRounds1795907200000 extends ForwardOnly {
  readonly name = 'MissedRounds1795907200000';
  protected readonly statements = [
    'ALTER TABLE earlier_reply ADD COLUMN missed boolean NOT NULL DEFAULT false',
    `INSERT INTO earlier_reply (case_id, round, missed, ${KEPT.join(', ')})
     SELECT ended.case_id, ended.round, true, ${DUE_THEN}, ${day('finalDue')}, ${day('provisionalFinalDue')},
            coalesce(${day('cautiousFinalDue')}, ${day('provisionalCautiousFinalDue')}), '{}'
       FROM (${ENDED_ROUNDS}) AS ended
      WHERE ended.clock ->> 'clock' = 'running' AND ${DUE_THEN} < ended.ordered_on
        AND NOT EXISTS (
          SELECT FROM journal AS entry
           WHERE entry.case_id = ended.case_id AND entry.seq < ended.until AND entry.seq > coalesce(ended.since, 0)
             AND entry.type IN ('REPLY_DISPATCHED', 'REPLY_HANDED_OVER'))
     ON CONFLICT DO NOTHING`,
    `CREATE OR REPLACE FUNCTION earlier_reply_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF ${ROUND('NEW')} > ${ROUND('OLD')} THEN
        IF OLD.replied_on IS NOT NULL THEN
          INSERT INTO earlier_reply (case_id, round, ${KEPT.join(', ')})
          VALUES (OLD.id, ${ROUND('OLD')}, ${KEPT.map((column) => `OLD.${column}`).join(', ')});
        ELSIF OLD.closed_on IS NULL AND ${DUE} < (NEW.file #>> '{round,order,servedOn}')::date THEN
          INSERT INTO earlier_reply (case_id, round, missed, ${KEPT.join(', ')})
          VALUES (OLD.id, ${ROUND('OLD')}, true, ${DUE}, OLD.final_due, OLD.provisional_due, OLD.cautious_due, OLD.pace);
        END IF;
      END IF;
      IF OLD.concluded_on <> NEW.concluded_on THEN
        UPDATE earlier_reply SET replied_on = NEW.concluded_on
         WHERE case_id = NEW.id AND replied_on = OLD.concluded_on AND NOT missed;
      END IF;
      RETURN NULL;
    END $$`,
    'DROP TRIGGER earlier_reply_stays ON case_file',
    `CREATE TRIGGER earlier_reply_stays AFTER UPDATE ON case_file FOR EACH ROW
      WHEN (OLD.concluded_on IS NOT NULL OR OLD.final_due IS DISTINCT FROM NEW.final_due
            OR OLD.provisional_due IS DISTINCT FROM NEW.provisional_due)
      EXECUTE FUNCTION earlier_reply_stays()`,
  ];
}
