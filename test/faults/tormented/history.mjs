import pg from 'pg';
import { lawShelf, verifyChains, verifyReplay, verifyWatch } from '../../../dist/libs/casework/src/index.js';
import { CommandPool, ManualClock } from '../../../dist/libs/platform/src/index.js';
import { filesIn } from './files.mjs';
import { SETTINGS } from './plan.mjs';
import { reportOf } from './report.mjs';

const QUIETLY = () => undefined;

/** What was told whom of which deadline, and which ring it was: told twice it is there twice. */
const REMINDERS = `
  SELECT concat_ws(' ', case_file.number, person.username, told_as, split_part(notification.subject, ':', 1), notification.due, rung, ring_on, attempt) AS line
    FROM notification JOIN case_file ON case_file.id = case_id JOIN person ON person.id = person_id
   WHERE notification.kind = 'reminder'`;
/** What took place, without the ids that are drawn. */
const ENTRIES = `
  SELECT concat_ws(' ', case_file.number, journal.seq, on_day, type, coalesce(person.username, actor_id)) AS line
    FROM journal JOIN case_file ON case_file.id = case_id LEFT JOIN person ON person.id::text = actor_id`;
const CASES = `SELECT concat_ws(' ', number, state, version, received_on, final_due, closed_on) AS line FROM case_file`;
const ALARMS = `
  SELECT concat_ws(' ', number, kind, split_part(alarm.subject, ':', 1), rings_on, alarm.due) AS line
    FROM alarm JOIN case_file ON case_file.id = case_id`;
const TOLD = { reminders: REMINDERS, entries: ENTRIES, cases: CASES, alarms: ALARMS };

/** Every line of a history, in order; the figures of the annual report are among them. @param organ whose report it is */
export async function historyOf(url, organ) {
  const { figures } = await reportOf(url, organ);
  return withClient(url, async (client) => {
    const lines = { figures };
    for (const [name, text] of Object.entries(TOLD)) lines[name] = (await client.query(text)).rows.map(({ line }) => line).sort();
    return lines;
  });
}

/** Ids of commands that were acknowledged and are in no journal; of entries of which nobody was told; of jobs that have not ended. */
const UNDONE = {
  lost: `SELECT id FROM unnest($1::uuid[]) AS asked (id) WHERE NOT EXISTS (SELECT FROM journal WHERE journal.id = asked.id)`,
  untold: `SELECT id FROM journal WHERE cardinality($1::uuid[]) >= 0 AND NOT EXISTS (
             SELECT FROM outbox WHERE job = 'case-changed' AND payload ->> 'entryId' = journal.id::text)`,
  stuck: `SELECT id FROM outbox WHERE cardinality($1::uuid[]) >= 0 AND done_at IS NULL`,
};

/** What was acknowledged over HTTP and stands in no journal. */
const UNKEPT = `
  SELECT concat_ws(' ', told."caseId", told.version) AS line FROM jsonb_to_recordset($1) AS told ("caseId" uuid, version int)
   WHERE NOT EXISTS (SELECT FROM journal WHERE case_id = told."caseId" AND seq = told.version)`;

/**
 * What is wrong in a history: held against what was acknowledged, against itself, and against the same year in which nothing befell anybody.
 * @param acknowledged ids of commands @param answered versions of cases that were answered over HTTP @param quiet as `historyOf` gives it @param day the last that was played @param organ whose year it is
 * @param dataDir where its files are
 * @returns lists by what is wrong; all of them are empty where nothing is. `strays` are no fault: files of which a kill has left nobody who
 *   knows them
 */
export async function faultsIn(url, { acknowledged, answered, quiet, day, organ, dataDir }) {
  const told = await historyOf(url, organ);
  const differs = Object.keys(told).flatMap((name) => differences(name, quiet[name], told[name]));
  const undone = await withClient(url, async (client) => {
    const found = {};
    for (const [name, text] of Object.entries(UNDONE))
      found[name] = (await client.query(text, [acknowledged])).rows.map(({ id }) => id);
    found.unkept = (await client.query(UNKEPT, [JSON.stringify(answered)])).rows.map(({ line }) => line);
    return found;
  });
  const { wrong: unequal } = await reportOf(url, organ);
  const { gone, orphans, strays } = await filesIn(url, dataDir);
  return { ...undone, differs, unequal, gone, orphans, strays, ...(await verified(url, day)) };
}

/** Chains hold, every journal folds to the state that is stored, and no open case is without an alarm. */
async function verified(url, day) {
  const pool = new CommandPool({ url, max: 2 });
  const parts = { pool, laws: lawShelf(SETTINGS.configDir), clock: new ManualClock(day) };
  try {
    const { broken } = await verifyChains(pool, QUIETLY);
    const { differences: refolded } = await verifyReplay(parts, QUIETLY);
    const { unwatched } = await verifyWatch(parts);
    return { broken, refolded, unwatched };
  } finally {
    await pool.close();
  }
}

/** Lines that are on one side alone, or more often there. */
function differences(name, quiet, told) {
  const count = new Map();
  for (const line of quiet) count.set(line, (count.get(line) ?? 0) - 1);
  for (const line of told) count.set(line, (count.get(line) ?? 0) + 1);
  return [...count].filter(([, times]) => times !== 0).map(([line, times]) => `${name} ${times > 0 ? '+' : ''}${times} ${line}`);
}

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, types: { getTypeParser: () => (text) => text } });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
