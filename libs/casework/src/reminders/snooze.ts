import type { LocalDate } from '@gongkai/calendar';
import { Refusal, type FieldProblem, type Snooze, type SnoozeChoices } from '@gongkai/contracts';
import { EVERYTHING, officeMoment, withSight, type Clock, type CommandPool } from '@gongkai/platform';
import { isQuiet } from '@gongkai/statutes';
import type { LawShelf } from '../law-shelf.js';
import type { Person } from '../person.js';
import { choicesWithin, limitOf, type Limit } from './put-off-limit.js';
import { asUuid } from '../visibility.js';
import { STANDS } from './unread.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly laws: LawShelf };

type Row = {
  readonly subject: string;
  readonly due: LocalDate | null;
  /** null of what an organ owes without a case. */
  readonly statute: string | null;
  readonly organId: string;
  /** A reminder that is neither read nor settled nor replaced by a later one. */
  readonly stands: boolean;
};

const READ = `
  SELECT told.subject, told.due, case_file.statute, coalesce(case_file.organ_id, told.organ_id) AS "organId",
         told.kind = 'reminder' AND ${STANDS} AS stands
    FROM notification AS told LEFT JOIN case_file ON case_file.id = told.case_id
   WHERE told.person_id = $1 AND told.not_before <= $2 AND told.id = $3`;

/** What was to come again comes again then, and not before. */
const PUT_OFF = `
  WITH put_off AS (
    UPDATE notification SET put_off_until = $3, repeat_at = CASE WHEN repeat_at < $3 THEN $3 ELSE repeat_at END
     WHERE id = $1 AND acknowledged_at IS NULL RETURNING id)
  INSERT INTO notification_put_off (notification_id, at, until) SELECT id, $2, $3 FROM put_off
  ON CONFLICT (notification_id, at) DO UPDATE SET until = excluded.until`;

/**
 * Puts a reminder off for its reader: it leaves the bell and comes back at that moment. Always before the next ring of the same deadline,
 * and never beyond the day of the deadline: whoever puts off is reminded in time all the same. Each time is written down.
 */
export class Snoozes {
  constructor(private readonly parts: Parts) {}

  /** To which moments it can be put off. @throws Refusal `not-found` where the person was told nothing of the kind */
  async choices(person: Person, id: string): Promise<SnoozeChoices> {
    const limit = await this.#limitOf(person, id);
    return { choices: choicesWithin(limit, this.parts.clock.now()), limit: limit.limit, on: limit.on };
  }

  /**
   * Puts it off.
   * @throws Refusal `not-found`; `invalid-request` with the reason: the moment is over or in quiet hours, the next reminder or the day of
   * the deadline comes first, or it is read or settled
   */
  async putOff(person: Person, id: string, { until }: Snooze): Promise<void> {
    const limit = await this.#limitOf(person, id);
    const now = this.parts.clock.now();
    const at = Date.parse(until);
    const problem = problemOf(at, now, limit);
    if (problem !== null) throw new Refusal('invalid-request', [{ path: 'until', ...problem }]);
    await this.parts.pool.query({ text: PUT_OFF, values: [asUuid(id), now, new Date(at)] });
  }

  async #limitOf(person: Person, id: string): Promise<Limit> {
    const { pool, clock, laws } = this.parts;
    const asked = { name: 'to-put-off', text: READ, values: [person.id, clock.now(), asUuid(id)] };
    // Its case may be of an organ out of sight: somebody was asked to help with it.
    const { rows } = await withSight(EVERYTHING, () => pool.query<Row>(asked));
    const [row] = rows;
    if (row === undefined) throw new Refusal('not-found');
    const today = clock.today();
    return limitOf(row, laws.lawOf(row.statute ?? laws.statute, today, row.organId), today);
  }
}

type Wrong = Omit<FieldProblem, 'path'>;

/** What stands against that moment. @param at milliseconds */
function problemOf(at: number, now: Date, { limit, on, last, calendar, quiet }: Limit): Wrong | null {
  if (limit === 'over') return { code: 'nothing-to-put-off', facts: {} };
  if (at <= now.getTime()) return { code: 'moment-over', facts: {} };
  const moment = officeMoment(new Date(at));
  if (last === null || moment.on > last)
    return { code: limit === 'due' ? 'past-its-day' : 'past-next-reminder', facts: { day: on ?? '' } };
  return isQuiet(moment, calendar, quiet) ? { code: 'outside-office-hours', facts: { from: quiet.to, to: quiet.from } } : null;
}
