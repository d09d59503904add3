import type { LocalDate } from '@gongkai/calendar';
import { json, type Clock, type CommandPool } from '@gongkai/platform';
import { ladderFor, remindersFor, type AlarmName } from '@gongkai/statutes';
import type { LawShelf } from '../law-shelf.js';
import { messageOf } from './refold.js';

/** A case that nothing would bring back to mind, or not in time. */
export type UnwatchedCase = {
  readonly caseId: string;
  readonly number: string;
  readonly state: string;
  readonly clock: string;
  /** The reminder that would not ring, or too late; left out where the case has nothing at all. */
  readonly reminder?: {
    readonly deadline: string;
    readonly ringsOn: LocalDate | null;
    /** By its ladder; null: not any more. */
    readonly expected: LocalDate | null;
    /** Why nobody can say when it should ring. */
    readonly problem?: string;
  };
};
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

/** Reminders that will not ring on this day's round; those of closed cases, too: a remedy can be owed. */
const RESTING = `
  SELECT case_id AS "caseId", number, state, clock, statute, organ_id AS "organId", alarm.subject AS deadline, alarm.due, rings_on AS "ringsOn"
    FROM alarm JOIN case_file ON case_file.id = alarm.case_id
   WHERE alarm.kind = 'reminder' AND (rings_on IS NULL OR rings_on > $1)
   ORDER BY number, alarm.subject`;

type Resting = Omit<UnwatchedCase, 'reminder'> & {
  readonly statute: string;
  readonly organId: string;
  readonly deadline: string;
  readonly due: LocalDate;
  readonly ringsOn: LocalDate | null;
};

export type WatchParts = { readonly pool: CommandPool; readonly laws: LawShelf; readonly clock: Clock };

/** Looks for open cases without a deadline, a reason or an alarm, and for reminders that would come too late. There are none, or something is wrong. */
export async function verifyWatch({ pool, laws, clock }: WatchParts): Promise<WatchReport> {
  const today = clock.today();
  const [counted, found, resting] = await Promise.all([
    pool.query<{ open: number }>({ text: 'SELECT count(*)::int AS open FROM case_file WHERE closed_on IS NULL' }),
    pool.query<UnwatchedCase>({ text: UNWATCHED }),
    pool.query<Resting>({ text: RESTING, values: [today] }),
  ]);
  const late = resting.rows.flatMap((reminder) => lateRing(reminder, laws, today));
  return { open: counted.rows[0]?.open ?? 0, unwatched: [...found.rows, ...late] };
}

const RING_EARLIER = `
  UPDATE alarm SET rings_on = new.rings_on
    FROM jsonb_to_recordset($1::jsonb) AS new (case_id uuid, subject text, rings_on date)
   WHERE alarm.kind = 'reminder' AND (alarm.case_id, alarm.subject) = (new.case_id, new.subject)
     AND (alarm.rings_on IS NULL OR alarm.rings_on > new.rings_on)`;

/** A day off between now and a deadline that stays where it is brings its reminders forward: they are set to ring in time. */
export async function resetRings({ pool, laws, clock }: WatchParts): Promise<void> {
  const today = clock.today();
  const { rows } = await pool.query<Resting>({ text: RESTING, values: [today] });
  const late = rows.flatMap((resting) =>
    lateRing(resting, laws, today).flatMap(({ caseId: case_id, reminder }) =>
      reminder?.expected ? [{ case_id, subject: reminder.deadline, rings_on: reminder.expected }] : [],
    ),
  );
  if (late.length > 0) await pool.query({ text: RING_EARLIER, values: [json(late)] });
}

/** A reminder that rests longer than until its next ring; one without an end to it rests until no ring is left. */
function lateRing(resting: Resting, laws: LawShelf, today: LocalDate): UnwatchedCase[] {
  const { caseId, number, state, clock, deadline, ringsOn } = resting;
  const told = (reminder: Partial<UnwatchedCase['reminder']>): UnwatchedCase[] => [
    { caseId, number, state, clock, reminder: { deadline, ringsOn, expected: null, ...reminder } },
  ];
  try {
    const expected = nextRing(resting, laws, today);
    const isInTime = ringsOn === null ? expected === null : expected !== null && ringsOn <= expected;
    return isInTime ? [] : told({ expected });
  } catch (problem) {
    return told({ problem: messageOf(problem) });
  }
}

function nextRing({ statute, organId, deadline, due }: Resting, laws: LawShelf, today: LocalDate): LocalDate | null {
  const { calendar, reminders } = laws.lawOf(statute, today, organId);
  const [name] = deadline.split(':');
  return remindersFor(due, today, calendar, ladderFor(reminders, name as AlarmName)).next?.on ?? null;
}
