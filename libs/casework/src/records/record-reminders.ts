import type { LocalDate } from '@gongkai/calendar';
import type { JobPayload } from '@gongkai/contracts';
import {
  json,
  MailRefused,
  officeDay,
  type Clock,
  type CommandPool,
  type JobRun,
  type Mailer,
  type Statement,
} from '@gongkai/platform';
import { ladderFor, remindersFor } from '@gongkai/statutes';
import type { LawShelf } from '../law-shelf.js';
import { Colleagues, readColleagues } from '../reminders/colleagues.js';
import { isStale } from '../reminders/due-reminders.js';
import { loudHours } from '../reminders/loud-hours.js';
import { recordDue } from './record-view.js';

type Parts = { readonly pool: CommandPool; readonly laws: LawShelf; readonly clock: Clock };

type OpenRow = {
  readonly id: string;
  readonly receivedOn: LocalDate;
  readonly path: readonly string[];
};

/** What nothing was sent of yet: few, by the partial index. */
const OPEN = `
  SELECT record_correction.id, received_on AS "receivedOn", organ.path
    FROM record_correction JOIN organ ON organ.id = record_correction.organ_id
   WHERE state IN ('open', 'drafted', 'signed') ORDER BY received_on, record_correction.id`;

/** Each person once for a ring; the job waits for the hours of the office. */
const TELL = `
  WITH told AS (
    INSERT INTO record_reminder (record_id, person_id, ring_on, rung, due, told_at)
    SELECT record_id, person_id, ring_on, rung, due, told_at FROM jsonb_populate_recordset(NULL::record_reminder, $1::jsonb)
    ON CONFLICT DO NOTHING RETURNING record_id, person_id, ring_on)
  INSERT INTO outbox (id, job, payload, next_at)
  SELECT gen_random_uuid(), 'remind-of-record', jsonb_build_object('recordId', record_id, 'personId', person_id, 'ringOn', ring_on),
         now() + make_interval(secs => $2)
    FROM told`;

/** Tells people of requests to correct a record, by the ladder of what an organ owes: 5, 3 and 1 working days before, on the day, and after it. */
export class RecordReminders {
  constructor(private readonly parts: Parts) {}

  /** Tells whoever is to be told today and was not. */
  async ring(): Promise<void> {
    const { pool, laws, clock } = this.parts;
    const { rows } = await pool.query<OpenRow>({ text: OPEN });
    if (rows.length === 0) return;
    const now = clock.now();
    const { notBefore } = loudHours(laws, now);
    const organs = [...new Set(rows.flatMap(({ path }) => path))];
    const people = new Colleagues((await pool.query(readColleagues(organs, officeDay(notBefore)))).rows);
    const told = rows.flatMap((row) => this.#toldOf(row, people, now));
    if (told.length === 0) return;
    await pool.query({ text: TELL, values: [json(told), Math.max(0, (notBefore.getTime() - now.getTime()) / 1000)] });
  }

  #toldOf({ id, receivedOn, path }: OpenRow, people: Colleagues, now: Date): readonly object[] {
    const { laws, clock } = this.parts;
    const today = clock.today();
    const law = laws.lawOf(laws.statute, receivedOn, path.at(-1));
    const { on: due } = recordDue(receivedOn, law);
    const { current } = remindersFor(due, today, law.calendar, ladderFor(law.reminders, 'recordCorrectionDue'));
    // Outside the program they are mailed and nothing else.
    if (current === null || !current.by.includes('mail') || isStale(current, due, today)) return [];
    return people.toldBy(current.tell, law.reminders, { path, assigneeId: null }).map(({ personId }) => ({
      ...{ record_id: id, person_id: personId, ring_on: current.on, rung: current.rung, due, told_at: now },
    }));
  }
}

type ToldRow = { readonly number: string; readonly due: LocalDate; readonly email: string | null };

const TOLD = `
  SELECT record_correction.number, record_reminder.due, person.email
    FROM record_reminder
    JOIN record_correction ON record_correction.id = record_reminder.record_id
    JOIN person ON person.id = record_reminder.person_id AND person.active
   WHERE record_id = $1 AND person_id = $2 AND ring_on = $3 AND proof IS NULL
     AND record_correction.state IN ('open', 'drafted', 'signed')`;

type Mailing = { readonly clock: Clock; readonly mailer: Pick<Mailer, 'send'> | null; readonly publicUrl: string };

/**
 * Mails one of them: the number and the day, and nothing of whom it is about. What was answered meanwhile is told nobody.
 * @throws Error where the mail server is away: another attempt may reach it
 */
export async function mailRecordReminder(
  { recordId, personId, ringOn }: JobPayload<'remind-of-record'>,
  { id, read }: Pick<JobRun, 'id' | 'read'>,
  { clock, mailer, publicUrl }: Mailing,
): Promise<readonly Statement[]> {
  if (mailer === null) return [];
  const [row] = await read<ToldRow>({ text: TOLD, values: [recordId, personId, ringOn] });
  if (row?.email === undefined || row.email === null) return [];
  const messageId = `<${id}@${new URL(publicUrl).hostname}>`;
  const proof = await mailer
    .send({ to: row.email, messageId, ...letterOf(row, clock.today(), publicUrl) })
    .catch((error: unknown) => {
      if (error instanceof MailRefused) return error.message;
      throw error;
    });
  const text = 'UPDATE record_reminder SET proof = $4 WHERE record_id = $1 AND person_id = $2 AND ring_on = $3';
  return [{ text, values: [recordId, personId, ringOn, proof] }];
}

/** In both languages: nobody is asked which one they read. */
function letterOf(
  { number, due }: ToldRow,
  today: LocalDate,
  publicUrl: string,
): { readonly subject: string; readonly text: string } {
  const late = today > due;
  const zh = late ? `更正申请处理期限${due}已过` : `更正申请处理期限${due}`;
  const en = late ? `a request to correct a record was due on ${due}` : `a request to correct a record is due on ${due}`;
  return { subject: `${number} ${zh}`, text: `${number}\n${zh}。\n${en}.\n\n${publicUrl}/records\n` };
}
