import { json, type Statement } from '@gongkai/platform';

/** Of a reminder called `old`: its deadline is owed as before. */
const STILL_OWED = `EXISTS (
            SELECT FROM owed
             WHERE owed.kind = 'reminder' AND (owed.case_id, owed.subject, owed.due) = (old.case_id, old.subject, old.due))`;

const PASSED = `jsonb_populate_recordset(NULL::notification, $4::jsonb)`;

/** Of a reminder called `old`: it goes with its case to another holder. */
const PASSED_ON = `
            SELECT FROM ${PASSED} AS passed
             WHERE (passed.case_id, passed.told_as) = (old.case_id, old.told_as) AND coalesce(passed.subject, old.subject) = old.subject`;

/**
 * Reminders of what is met or has moved, and those of who held a case that another holds now, are settled by that: acknowledged by nobody, and
 * those that somebody is just acknowledging left to them. To who gets a case back, theirs stand again, and press again.
 */
const SETTLE = `
  WITH owed AS MATERIALIZED (SELECT case_id, kind, subject, due FROM jsonb_populate_recordset(NULL::alarm, $1::jsonb)),
  settled AS (
    UPDATE notification SET acknowledged_at = $3, repeat_at = NULL
     WHERE id IN (
       SELECT id FROM notification AS old
        WHERE old.case_id = ANY ($2::uuid[]) AND old.kind = 'reminder' AND old.acknowledged_at IS NULL
          AND (NOT ${STILL_OWED} OR EXISTS (
            ${PASSED_ON} AND passed.person_id NOT IN (old.person_id, coalesce(old.for_person_id, old.person_id))))
          FOR UPDATE SKIP LOCKED)
  )
  UPDATE notification AS old
     SET acknowledged_at = NULL,
         repeat_at = CASE WHEN old.acknowledge THEN (SELECT max(passed.repeat_at) FROM ${PASSED} AS passed WHERE passed.case_id = old.case_id) END
   WHERE old.case_id = ANY ($2::uuid[]) AND old.kind = 'reminder'
     AND old.acknowledged_at IS NOT NULL AND old.acknowledged_by IS NULL AND ${STILL_OWED}
     AND EXISTS (${PASSED_ON} AND passed.person_id IN (old.person_id, old.for_person_id))`;

/** The cases concerned, what they are owed now, and what goes with them to another holder. */
type Reminded = { readonly reminded: readonly string[]; readonly owed: readonly unknown[]; readonly passed: readonly unknown[] };

/** What becomes of what people were reminded of; nothing where nobody was. @param at the moment of the command */
export const settleReminders = ({ reminded, owed, passed }: Reminded, at: Date): readonly Statement[] =>
  reminded.length === 0 ? [] : [{ name: 'settle-reminders', text: SETTLE, values: [json(owed), reminded, at, json(passed)] }];
