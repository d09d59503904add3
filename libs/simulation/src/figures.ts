import type { CommandPool } from '@gongkai/platform';
import { openingId } from './agenda.js';
import type { Course } from './course.js';
import type { Plan } from './plan.js';

/** How many of each name. */
export type Counts = Readonly<Record<string, number>>;
export type Figures = Readonly<Record<string, Counts>>;

function counted(names: readonly string[]): Counts {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is to happen in a course, beside its end. */
const EVENTS: Readonly<Record<string, (course: Course) => boolean>> = {
  corrected: ({ correction }) => correction !== null && correction.answered !== null,
  consulted: ({ consultations }) => consultations.length > 0,
  extended: ({ extension }) => extension !== null,
  tooLate: ({ tooLate }) => tooLate !== null,
  sentBack: ({ sentBack }) => sentBack,
  returned: ({ returned }) => returned,
  severalItems: ({ decisions }) => decisions.length > 1,
  remedy: ({ remedies }) => remedies.length > 0,
};

function endOf({ withdrawnAfter, correction, decisions }: Course): string {
  if (withdrawnAfter !== null) return 'withdrawn';
  if (correction?.answered === null) return 'abandoned_correction';
  const ends = new Set(decisions.map(({ code, ground }) => (code === 'refused' && ground ? `${code} ${ground}` : code)));
  return ends.size > 1 ? 'partly_granted' : [...ends].join('');
}

/** A plan in tables: what will happen if the law has nothing against it. */
export function planFigures({ cases }: Plan): Figures {
  const courses = cases.map(({ course }) => course);
  return {
    month: counted(courses.map(({ receivedOn }) => receivedOn.slice(0, 7))),
    channel: counted(courses.map(({ channel }) => channel)),
    applicant: counted(courses.map(({ category }) => category)),
    organ: counted(courses.map(({ organ }) => organ)),
    end: counted(courses.map(endOf)),
    event: counted(courses.flatMap((course) => Object.keys(EVENTS).filter((name) => EVENTS[name]?.(course) === true))),
  };
}

const PLAYED = `
  SELECT state, channel,
         CASE WHEN outcome IS NULL THEN 'open'
              WHEN outcome = 'refused' THEN concat_ws(' ', outcome, file #>> '{items,0,decision,ground}')
              ELSE outcome END AS outcome
    FROM case_file JOIN journal ON journal.case_id = case_file.id
   WHERE journal.id = ANY ($1::uuid[])`;

/** What has come of the cases of a plan so far, by state, channel and outcome. */
export async function playedFigures({ name, cases }: Plan, pool: CommandPool): Promise<Figures> {
  const ids = cases.map(({ course }) => openingId(name, course.n));
  const { rows } = await pool.query<{ state: string; channel: string; outcome: string }>({ text: PLAYED, values: [ids] });
  return {
    state: counted(rows.map(({ state }) => state)),
    channel: counted(rows.map(({ channel }) => channel)),
    outcome: counted(rows.map(({ outcome }) => outcome)),
  };
}

const OVER = `
  SELECT count(*)::int AS over FROM case_file JOIN journal ON journal.case_id = case_file.id
   WHERE journal.id = ANY ($1::uuid[]) AND case_file.closed_on IS NOT NULL`;

/** Whether every case of a plan has been logged and closed. */
export async function isOver({ name, cases }: Plan, pool: CommandPool): Promise<boolean> {
  const ids = cases.map(({ course }) => openingId(name, course.n));
  const { rows } = await pool.query<{ over: number }>({ text: OVER, values: [ids] });
  return rows[0]?.over === cases.length;
}
