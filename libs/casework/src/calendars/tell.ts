/**
 * Tells people of everything that a change of the calendars (`$1`) has moved, by import or by return (`$4`), in one line each: who holds the cases, and of those that
 * nobody holds, who watches over the organ. The line leads to the case that is due first.
 */
export const TELL = `
  WITH moved AS (
    SELECT case_file.id, case_file.number, case_file.due, case_file.assignee_id, case_file.organ_id
      FROM calendar_move JOIN case_file ON case_file.id = case_id
     WHERE edition = $1 AND problem IS NULL AND (closed_on IS NULL OR in_work)
  ), told AS (
    SELECT id, due, number, assignee_id AS person_id FROM moved WHERE assignee_id IS NOT NULL
    UNION
    SELECT moved.id, moved.due, moved.number, post.person_id
      FROM moved JOIN post ON post.organ_id = moved.organ_id AND post.role = 'supervisor'
       AND post.valid_from <= $3::date AND (post.valid_to IS NULL OR post.valid_to >= $3::date)
      JOIN person ON person.id = post.person_id AND person.active
     WHERE moved.assignee_id IS NULL
  )
  INSERT INTO notification (id, key, person_id, told_as, case_id, kind, subject, ring_on, created_at, not_before, delivery, cases)
  SELECT gen_random_uuid(), 'calendar ' || $1::int, person_id, 'caseworker', (array_agg(id ORDER BY due NULLS LAST, number))[1], 'news',
         $4::text, $3::date, $2::timestamptz, $2::timestamptz, 'shown', count(*)
    FROM told GROUP BY person_id
  ON CONFLICT (person_id, key) DO NOTHING`;
