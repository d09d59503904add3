import { ForwardOnly } from './forward-only.js';

const KEPT = ['replied_on', 'final_due', 'provisional_due', 'cautious_due', 'pace'];
const ROUND = (row: string): string => `(${row}.file #>> '{round,number}')::int`;

/** Every order to decide anew, with the round that it ended, where that began, and the clock as it stood before it. */
const ENDED_ROUNDS = `
  SELECT journal.case_id,
         ${ROUND('case_file')} - row_number() OVER (PARTITION BY journal.case_id ORDER BY journal.seq DESC) AS round,
         journal.seq AS until, case_file.file, case_file.received_on,
         lag(journal.seq) OVER orders AS since, lag(journal.fact ->> 'on') OVER orders AS ordered_on,
         (SELECT before.deadlines FROM journal AS before
           WHERE before.case_id = journal.case_id AND before.seq < journal.seq ORDER BY before.seq DESC LIMIT 1) AS clock
    FROM journal JOIN case_file ON case_file.id = journal.case_id
   WHERE journal.type = 'ROUND_ORDERED'
  WINDOW orders AS (PARTITION BY journal.case_id ORDER BY journal.seq)`;

/** What was written down in a round. @param field the first or last day under that name */
const written = (pick: 'min' | 'max', field: string, types: readonly string[]): string => `(
  SELECT ${pick}(entry.fact ->> '${field}') FROM journal AS entry
   WHERE entry.case_id = ended.case_id AND entry.seq < ended.until AND entry.seq > coalesce(ended.since, 0)
     AND entry.type IN (${types.map((type) => `'${type}'`).join(', ')}))`;

const sent = (pick: 'min' | 'max', kind: string): string => `(
  SELECT ${pick}(notice ->> 'dispatchedOn') FROM jsonb_array_elements(ended.file -> 'notices') AS notice
   WHERE notice ->> 'kind' = '${kind}' AND (notice ->> 'round')::int = ended.round)`;

/** How the round came along, as far as it was written down by days of its own: in which link it was when is not known any more. */
const PACE = `
  jsonb_build_object(
    'reached', jsonb_build_array(coalesce(ended.ordered_on, ended.received_on::text), null, null, null, null, null),
    'restartedOn', ${written('max', 'on', ['CORRECTION_RECEIVED', 'FEE_PAID'])},
    'correctedOn', ${sent('min', 'correction')},
    'extendedOn', ${sent('max', 'extension')},
    'extendedBy', coalesce(${written('max', 'workingDays', ['EXTENSION'])}::int, 0),
    'pauses', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('from', asked, 'until', until) ORDER BY asked, coalesce(until, '9')), '[]')
        FROM (SELECT one ->> 'dispatchedOn' AS asked, least(one ->> 'answeredOn', one ->> 'lapsedOn') AS until
                FROM jsonb_array_elements(ended.file -> 'consultations') AS one
               WHERE (one ->> 'round')::int = ended.round AND one ->> 'elsewhereFrom' IS NULL
                 AND one ->> 'dispatchedOn' IS NOT NULL) AS asked))`;

const day = (name: string): string => `(ended.clock ->> '${name}')::date`;

/**
 * A reply that left stays one when a court or a reconsideration organ orders another: with its day, the day by which it was due and how its
 * round came along, as they stood when the new round began. The table follows `case_file` by itself, whoever writes there; a first reply whose
 * day is corrected moves.
 */
export class EarlierReplies1795906600000 extends ForwardOnly {
  readonly name = 'EarlierReplies1795906600000';
  protected readonly statements = [
    `CREATE TABLE earlier_reply (
      case_id uuid NOT NULL REFERENCES case_file ON DELETE CASCADE,
      round integer NOT NULL,
      replied_on date NOT NULL,
      final_due date,
      provisional_due date,
      cautious_due date,
      pace jsonb NOT NULL,
      PRIMARY KEY (case_id, round)
    )`,
    'CREATE INDEX earlier_reply_replied ON earlier_reply (replied_on)',
    `INSERT INTO earlier_reply (case_id, round, ${KEPT.join(', ')})
     SELECT case_id, round, replied_on, final_due, provisional_due, cautious_due, pace FROM (
       SELECT ended.case_id, ended.round,
              ${written('min', 'dispatchedOn', ['REPLY_DISPATCHED', 'REPLY_HANDED_OVER'])}::date AS replied_on,
              ${day('finalDue')} AS final_due, ${day('provisionalFinalDue')} AS provisional_due,
              coalesce(${day('cautiousFinalDue')}, ${day('provisionalCautiousFinalDue')}) AS cautious_due, ${PACE} AS pace
         FROM (${ENDED_ROUNDS}) AS ended) AS replied
      WHERE replied_on IS NOT NULL`,
    `CREATE FUNCTION earlier_reply_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.replied_on IS NOT NULL AND ${ROUND('NEW')} > ${ROUND('OLD')} THEN
        INSERT INTO earlier_reply (case_id, round, ${KEPT.join(', ')})
        VALUES (OLD.id, ${ROUND('OLD')}, ${KEPT.map((column) => `OLD.${column}`).join(', ')});
      END IF;
      IF OLD.concluded_on <> NEW.concluded_on THEN
        UPDATE earlier_reply SET replied_on = NEW.concluded_on WHERE case_id = NEW.id AND replied_on = OLD.concluded_on;
      END IF;
      RETURN NULL;
    END $$`,
    `CREATE TRIGGER earlier_reply_stays AFTER UPDATE ON case_file FOR EACH ROW WHEN (OLD.concluded_on IS NOT NULL)
      EXECUTE FUNCTION earlier_reply_stays()`,
  ];
}
