import { randomUUID } from 'node:crypto';

/** Of a case that stands model: so many more, told apart by id and number, and written in sets; what they say is what it says. */
const COPIES = `
  WITH copy AS (
    INSERT INTO case_file
    SELECT made.* FROM case_file AS one, generate_series($2::int, $3::int) AS n,
           jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'number', 'copy ' || n, 'serial', 1000 + n) || $4) AS made
     WHERE one.id = $1
    RETURNING id
  )
  INSERT INTO alarm (case_id, kind, subject, rings_on, due)
  SELECT copy.id, kind, subject || repeat('+', turn), rings_on + 7 * turn, due + 7 * turn FROM copy, alarm, generate_series(0, $5::int) AS turn
   WHERE alarm.case_id = $1 AND alarm.kind = $6`;
const SET = 20_000;

/** @param kind of the alarms they have, too; @param weeks how often each comes, a week apart; @param more what differs in all of them */
export async function copyCase(pool, id, { kind, count, from = 0, weeks = 1, more = {} }) {
  for (let first = from + 1; first <= from + count; first += SET) {
    const last = Math.min(first + SET - 1, from + count);
    await pool.query({ text: COPIES, values: [id, first, last, JSON.stringify(more), weeks - 1, kind] });
  }
}

/** Opens a case at the desk and leads it through some steps. @returns its id */
export async function lead(desk, people, application, steps) {
  const { view } = await desk.open({ id: randomUUID(), actor: people.clerk, body: application });
  let now = view;
  for (const [role, command] of steps) {
    const envelope = { id: randomUUID(), caseId: view.id, actor: people[role], command: command(now) };
    ({ view: now } = await desk.handle(envelope));
  }
  return view.id;
}
