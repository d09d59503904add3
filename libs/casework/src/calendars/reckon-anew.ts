import { type LocalDate } from '@gongkai/calendar';
import type { NewsName, Text } from '@gongkai/contracts';
import type { ClockCommand } from '@gongkai/lifecycle';
import { json, type Clock, type CommandPool } from '@gongkai/platform';
import { clockEnvelopeId } from '../alarms/clock-envelope.js';
import { messageOf } from '../audit/refold.js';
import { resetRings } from '../audit/unwatched.js';
import type { CaseDesk } from '../desk/case-desk.js';
import type { LawShelf } from '../law-shelf.js';
import { followCalendars } from './edition.js';
import { movedCases, type Moved } from './moves.js';
import { TELL } from './tell.js';

export type ReckoningParts = {
  readonly pool: CommandPool;
  readonly laws: LawShelf;
  readonly clock: Clock;
  readonly desk: CaseDesk;
};

type OpenEdition = {
  readonly id: number;
  readonly act: 'approve' | 'revert';
  readonly year: number;
  readonly notice: string;
  readonly by_person: string;
  readonly first_day: LocalDate;
  /** The organs that it is about; null: every one. */
  readonly organs: readonly string[] | null;
  readonly organ: Text | null;
};

const OPEN = `
  SELECT calendar_edition.id, act, year, content ->> 'notice' AS notice, by_person, first_day, organs,
         CASE WHEN organ.id IS NOT NULL THEN jsonb_build_object('zh-CN', name_zh, 'en', name_en) END AS organ
    FROM calendar_edition JOIN calendar_import ON calendar_import.id = import_id LEFT JOIN organ ON organ.id = organ_id
   WHERE finished_at IS NULL ORDER BY calendar_edition.id`;

/** Written down before the case is touched: whoever dies in between finds it again, with the days it had. */
const WRITE_DOWN = `
  INSERT INTO calendar_move (edition, case_id, moves, problem)
  SELECT $1, case_id, moves, problem FROM jsonb_to_recordset($2::jsonb) AS new (case_id uuid, moves jsonb, problem text)
  ON CONFLICT (edition, case_id) DO UPDATE SET problem = excluded.problem`;

const FAILED = 'UPDATE calendar_move SET problem = $3 WHERE (edition, case_id) = ($1, $2::uuid)';

const FINISH = 'UPDATE calendar_edition SET finished_at = $2 WHERE id = $1 AND finished_at IS NULL RETURNING id';

/**
 * Reckons what still runs in cases by the calendars that were changed last: each case that moves gets an entry in its journal, and its people
 * are told once. It may be stopped at any moment and done twice: a case that is as it should be is left alone.
 * @returns whether everything that was to do is done; a case that somebody works at just now is tried again in the next round
 */
export async function reckonAnew(parts: ReckoningParts): Promise<boolean> {
  const { rows } = await parts.pool.query<OpenEdition>({ name: 'open-editions', text: OPEN });
  let isDone = true;
  for (const edition of rows) isDone = (await reckonEdition(edition, parts)) && isDone;
  return isDone;
}

async function reckonEdition(edition: OpenEdition, parts: ReckoningParts): Promise<boolean> {
  const { pool, laws, clock } = parts;
  await followCalendars(parts);
  let busy = 0;
  for await (const { moved } of movedCases({ pool, laws, calendars: null, first: edition.first_day, organs: edition.organs }))
    busy += await applyTo(moved, edition, parts);
  if (busy > 0) return false;
  await resetRings(parts);
  await pool.query({ text: TELL, values: [edition.id, clock.now(), clock.today(), NEWS[edition.act]] });
  await pool.query({ text: FINISH, values: [edition.id, clock.now()] });
  return true;
}

/** What people read of it. */
const NEWS = { approve: 'calendar-changed', revert: 'calendar-returned' } as const satisfies Record<OpenEdition['act'], NewsName>;

function commandOf({ id, act, year, notice, by_person, organ }: OpenEdition): ClockCommand {
  const back = act === 'revert' ? ({ reverted: true } as const) : {};
  const of = organ === null ? {} : { organ };
  return { type: 'applyCalendar', edition: id, year, notice, ...back, ...of, changedBy: by_person };
}

/** @returns how many cases somebody works at just now */
async function applyTo(moved: readonly Moved[], edition: OpenEdition, { pool, desk }: ReckoningParts) {
  if (moved.length === 0) return 0;
  const { id } = edition;
  const rows = moved
    .filter(({ moves, problem }) => moves.length > 0 || problem !== null)
    .map(({ id: case_id, moves, problem }) => ({ case_id, moves, problem }));
  await pool.query({ text: WRITE_DOWN, values: [id, json(rows)] });
  const sound = moved.filter(({ problem }) => problem === null);
  const command = commandOf(edition);
  const outcomes = await desk.handleAll(
    sound.map(({ id: caseId }) => ({ id: clockEnvelopeId({ caseId, calendar: id }), caseId, actor: 'clock', command })),
  );
  let busy = 0;
  for (const [i, outcome] of outcomes.entries()) {
    if (outcome === 'busy') busy += 1;
    else if (typeof outcome !== 'string')
      await pool.query({ text: FAILED, values: [id, sound[i]?.id ?? '', messageOf(outcome.error)] });
  }
  return busy;
}
