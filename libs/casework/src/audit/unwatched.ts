import type { CommandPool } from '@gongkai/platform';

/** An open case that nothing would bring back to mind. */
export type UnwatchedCase = { readonly caseId: string; readonly number: string; readonly state: string; readonly clock: string };
export type WatchReport = { readonly open: number; readonly unwatched: readonly UnwatchedCase[] };

/**
 * An open case has a deadline that runs, a reason why none does, or an alarm that will wake it. Reasons: its reply is in the post; the
 * secrecy authority, which has no period, is being asked; the applicant's period is over and a person has to close it.
 */
const UNWATCHED = `
  SELECT id AS "caseId", number, state, clock FROM case_file
   WHERE closed_on IS NULL
     AND NOT EXISTS (SELECT FROM alarm WHERE alarm.case_id = case_file.id)
     AND NOT (clock = 'running' AND coalesce(final_due, provisional_due, cautious_due) IS NOT NULL)
     AND NOT (stopped OR clock = 'deemed_abandoned' OR state IN ('dispatched', 'returned'))
   ORDER BY number`;

/** Looks for open cases without a deadline, a reason or an alarm. There are none, or something is wrong. */
export async function verifyWatch(pool: CommandPool): Promise<WatchReport> {
  const [counted, found] = await Promise.all([
    pool.query<{ open: number }>({ text: 'SELECT count(*)::int AS open FROM case_file WHERE closed_on IS NULL' }),
    pool.query<UnwatchedCase>({ text: UNWATCHED }),
  ]);
  return { open: counted.rows[0]?.open ?? 0, unwatched: found.rows };
}
