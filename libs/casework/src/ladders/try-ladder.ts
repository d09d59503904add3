import { addDays, localDate, type LocalDate } from '@gongkai/calendar';
import type { JournalEntryView, LadderTrial } from '@gongkai/contracts';
import { ledgerOf, replay, watchedDeadlines, type CaseFile, type WatchedDeadline } from '@gongkai/lifecycle';
import type { CommandPool } from '@gongkai/platform';
import type { ReminderLadder } from '@gongkai/statutes';
import { journalsOf } from '../audit/batches.js';
import { factsOf } from '../audit/refold.js';
import { reckon } from '../desk/columns.js';
import type { LawOfCase, LawShelf } from '../law-shelf.js';
import type { Belonging } from '../reminders/colleagues.js';
import type { DutySource } from '../reminders/organ-duties.js';
import { GOES_BY } from './ladder-rows.js';
import { ringOn, type Rung } from './ring-on.js';
import { messagesOf, type TriedRing } from './tried-messages.js';
import { trialOf } from './trial-view.js';
import { playedDuties, type PlayedRings, type Trial } from './tried-duties.js';

/** So many cases are played again: more take too long for whoever waits. */
const CASES = 400;

type Parts = { readonly pool: CommandPool; readonly laws: LawShelf; readonly duties: readonly DutySource[] };

type CaseRow = {
  readonly id: string;
  readonly number: string;
  readonly statute: string;
  readonly path: readonly string[];
};

/** Cases of the organs that go by the ladder of this one, in which something was owed or done in that time. */
const CONCERNED = `
  SELECT case_file.id, case_file.number, case_file.statute, organ.path
    FROM case_file JOIN organ ON organ.id = case_file.organ_id
   WHERE ${GOES_BY}
     AND (EXISTS (SELECT FROM alarm WHERE alarm.case_id = case_file.id AND alarm.kind = 'reminder')
       OR EXISTS (SELECT FROM journal WHERE journal.case_id = case_file.id AND journal.on_day >= $3::date))
     AND EXISTS (SELECT FROM journal WHERE journal.case_id = case_file.id AND journal.on_day <= $4::date)
   ORDER BY case_file.number LIMIT ${String(CASES + 1)}`;

/**
 * Plays the cases of those days again, and what organs owed without one, and tells what would have been sent under a ladder, and under the
 * one in force: by what was known on each day, to who was there, with their substitutes. What comes again because nobody confirmed it is
 * left out, and nothing is sent.
 */
export async function tryLadder(trial: Trial, parts: Parts): Promise<LadderTrial> {
  const { pool, laws } = parts;
  const { organId, name, from, to } = trial;
  const { rows } = await pool.query<CaseRow>({ text: CONCERNED, values: [organId, name, from, to] });
  const cases = rows.slice(0, CASES);
  const journals = await journalsOf(pool, cases);
  const owed = await playedDuties(trial, parts);
  const played = [...cases.map((row) => playedCase(row, journals.get(row.id) ?? [], trial, laws)), ...owed];
  const [now, tried] = await Promise.all([
    messagesOf(
      played.flatMap((one) => one.now),
      pool,
      laws,
    ),
    messagesOf(
      played.flatMap((one) => one.tried),
      pool,
      laws,
    ),
  ]);
  return trialOf({ from, to, cases: cases.length, more: rows.length > CASES, duties: owed.length }, now, tried);
}

function playedCase(row: CaseRow, journal: readonly JournalEntryView[], trial: Trial, laws: LawShelf): PlayedRings {
  const { to, now, tried } = trial;
  const law = laws.lawOf(row.statute, to, row.path.at(-1));
  const standings = standingsOf(journal, trial, law);
  const days = { ...trial, calendar: law.calendar };
  return { now: ringsOf(row, standings, now, days), tried: ringsOf(row, standings, tried, days) };
}

/** What a case owed from a day until another entry. */
type Standing = { readonly since: LocalDate; readonly file: CaseFile; readonly owed: readonly WatchedDeadline[] };
type Days = Pick<Trial, 'from' | 'to'> & Pick<LawOfCase, 'calendar'>;

function ringsOf(
  row: CaseRow,
  standings: readonly Standing[],
  ladder: ReminderLadder,
  { from, to, calendar }: Days,
): TriedRing[] {
  const told = new Map<string, LocalDate>();
  const rings: TriedRing[] = [];
  // The day before is played silently: what was told then is not told again.
  for (let day = calendar.previous(from); day <= to; day = calendar.next(day)) {
    const standing = standings.findLast(({ since }) => since <= day);
    if (standing === undefined) continue;
    const fresh = standing.owed.flatMap((one) => ringOn(day, one, { told, ladder, calendar }));
    if (day >= from) rings.push(...fresh.map(({ one, ring }) => triedRing(row, standing.file, { one, ring, day })));
  }
  return rings;
}

function triedRing({ id, number, path }: CaseRow, file: CaseFile, { one, ring, day }: Rung<WatchedDeadline>): TriedRing {
  const { workingDays: at, tell, by } = ring;
  const { deadline, about, due } = one;
  return { on: day, at, case: { id, number }, deadline, about, due, by, tell, belonging: belongingOf(one, file, path) };
}

/** How the case stood at the end of each day on which something was written down, from the last one before the time. */
function standingsOf(journal: readonly JournalEntryView[], { from, to, tried }: Trial, law: LawOfCase): Standing[] {
  const facts = factsOf(journal);
  const ends = facts.flatMap((fact, i) => (facts[i + 1]?.today === fact.today || fact.today > to ? [] : [i]));
  const first = Math.max(
    0,
    ends.findLastIndex((i) => (facts[i]?.today ?? to) < from),
  );
  return ends.slice(first).flatMap((i) => {
    const since = facts[i]?.today;
    if (since === undefined) return [];
    const now = replay(facts.slice(0, i + 1), law);
    const ledger = ledgerOf(now.file, law, { asOf: since, derivation: false });
    const { others } = reckon(now, ledger, law, since);
    const owed = watchedDeadlines(now, ledger, others, law).filter(({ deadline }) => tried.deadlines.includes(deadline));
    return [{ since, file: now.file, owed }];
  });
}

function belongingOf({ deadline, about }: WatchedDeadline, file: CaseFile, path: readonly string[]): Belonging {
  const asked = file.unitRequests.find(({ id }) => deadline === 'unitDue' && id === about);
  const order = file.orders.find(({ id }) => deadline === 'orderDue' && id === about);
  return {
    path,
    assigneeId: file.assignee,
    askedId: asked?.person ?? (order === undefined ? null : (order.person ?? file.assignee)),
    giverId: order?.demands.at(-1)?.by ?? null,
  };
}

/** The whole month before that of a day. */
export function lastMonth(today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  const to = addDays(localDate(`${today.slice(0, 7)}-01`), -1);
  return { from: localDate(`${to.slice(0, 7)}-01`), to };
}
