/**
 * Plays a year of an organ at the desk, and writes down each command that was acknowledged, on the disk, before it takes the next. It may be
 * killed at any moment: started again it goes on. Told by its environment where and what.
 */
import fs from 'node:fs';
import { lawShelf, ReminderClock } from '../../../dist/libs/casework/src/index.js';
import { onStage, play } from '../../../dist/libs/simulation/src/index.js';
import { planOf, SETTINGS } from './plan.mjs';
import { scansOf } from './scans.mjs';

const { DATABASE_URL: url, ACKNOWLEDGED: file, FROM: from, DATA_DIR: dataDir } = process.env;
const { plan, until } = planOf(process.env);

const journal = fs.openSync(file, 'a');
function acknowledge(id) {
  fs.writeSync(journal, `${id}\n`);
  fs.fdatasyncSync(journal);
}

/**
 * The day that was rung for last. Who is cut off in the midst of a day takes it up again, and does not ring for what came in on it meanwhile: in
 * the year of peace a day is rung for once, as it begins.
 */
const rungFile = `${file}.rung`;
const lastRung = () => (fs.existsSync(rungFile) ? fs.readFileSync(rungFile, 'utf8') : '');

/** The desk, with a witness beside it. With an application comes its scan, which is kept before. */
const witnessed = (desk, scans) => ({
  open: async (opening, ...more) => {
    const fileIds = [await scans.handIn(opening.id, opening.actor)];
    const answer = await desk.open({ ...opening, body: { ...opening.body, fileIds } }, ...more);
    acknowledge(opening.id);
    return answer;
  },
  handle: async (envelope, ...more) => {
    const answer = await desk.handle(envelope, ...more);
    acknowledge(envelope.id);
    return answer;
  },
});

await onStage({ url, settings: SETTINGS, plan }, async (stage) => {
  const reminders = new ReminderClock({ pool: stage.pool, laws: lawShelf(SETTINGS.configDir), clock: stage.clock });
  const alarms = {
    ring: async () => {
      const rung = await stage.alarms.ring();
      const today = stage.clock.today();
      if (lastRung() !== today) await reminders.ring();
      fs.writeFileSync(rungFile, today);
      return rung;
    },
  };
  const onDay = (done, total, day) => process.send?.({ done, total, day });
  const scans = await scansOf({ url, dataDir, clock: stage.clock, onFull: () => process.send?.({ full: true }) });
  const played = await play(
    plan,
    { ...stage, alarms, desk: witnessed(stage.desk, scans) },
    { until, onDay, ...(from ? { from } : {}) },
  );
  await scans.close();
  process.send?.({ played });
});
process.exit();
