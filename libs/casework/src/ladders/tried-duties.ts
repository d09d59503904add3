import type { LocalDate } from '@gongkai/calendar';
import type { NotificationView } from '@gongkai/contracts';
import type { CommandPool, OpenTransaction } from '@gongkai/platform';
import type { ReminderLadder } from '@gongkai/statutes';
import type { LawOfCase, LawShelf } from '../law-shelf.js';
import { eachByItself, type DutySource, type OwedDuty } from '../reminders/organ-duties.js';
import { GOES_BY } from './ladder-rows.js';
import { ringOn } from './ring-on.js';
import type { TriedRing } from './tried-messages.js';

/** What one thing that was owed rang, by the ladder in force and by the one that is tried. */
export type PlayedRings = { readonly now: readonly TriedRing[]; readonly tried: readonly TriedRing[] };

/** A ladder that is tried beside the one in force, on the days from one to another. */
export type Trial = {
  readonly organId: string;
  readonly name: string;
  readonly now: ReminderLadder;
  readonly tried: ReminderLadder;
  readonly from: LocalDate;
  readonly to: LocalDate;
};
type Parts = { readonly pool: CommandPool; readonly laws: LawShelf; readonly duties: readonly DutySource[] };
type Organ = { readonly id: string; readonly path: readonly string[]; readonly named: NonNullable<NotificationView['organ']> };

/** Of these organs, those that go by the ladder. @param $3 organs */
const OWING = `
  SELECT organ.id, organ.path, jsonb_build_object('code', code, 'name', jsonb_build_object('zh-CN', name_zh, 'en', name_en)) AS named
    FROM organ WHERE organ.id = ANY ($3::uuid[]) AND ${GOES_BY}`;

/** What organs owed without a case in those days and the ladder is for, each by itself; what no calendar reckons rings nothing. */
export async function playedDuties(trial: Trial, { pool, laws, duties }: Parts): Promise<PlayedRings[]> {
  const { organId, name, now, tried, from, to } = trial;
  const read: OpenTransaction['read'] = async (statement) => (await pool.query<never>(statement)).rows;
  // The day before is played silently: what was told then is not told again.
  const first = laws.lawOf(laws.statute, to, organId).calendar.previous(from);
  const said = await Promise.all(duties.map((source) => source({ from: first, to }, read)));
  const owed = eachByItself(said.flat()).done.filter(({ deadline }) => tried.deadlines.includes(deadline));
  const ids = [...new Set(owed.map((one) => one.organId))];
  const { rows } = await pool.query<Organ>({ text: OWING, values: [organId, name, ids] });
  return owed.flatMap((duty) => {
    const organ = rows.find(({ id }) => id === duty.organId);
    if (organ === undefined) return [];
    const days = { first, from, to, calendar: laws.lawOf(laws.statute, to, organ.id).calendar };
    return [{ now: ringsOf(duty, organ, now, days), tried: ringsOf(duty, organ, tried, days) }];
  });
}

type Days = Pick<LawOfCase, 'calendar'> & { readonly first: LocalDate; readonly from: LocalDate; readonly to: LocalDate };

function ringsOf(
  duty: OwedDuty,
  { path, named }: Organ,
  ladder: ReminderLadder,
  { first, from, to, calendar }: Days,
): TriedRing[] {
  const told = new Map<string, LocalDate>();
  const rings: TriedRing[] = [];
  for (let day = first; day <= to; day = calendar.next(day)) {
    if (day < duty.since || (duty.until !== null && day >= duty.until)) continue;
    for (const { ring } of ringOn(day, duty, { told, ladder, calendar })) {
      const { workingDays: at, tell, by } = ring;
      const { deadline, about, due } = duty;
      const what = { case: null, organ: named, deadline, about, due };
      if (day >= from) rings.push({ on: day, at, ...what, by, tell, belonging: { path, assigneeId: null } });
    }
  }
  return rings;
}
