/**
 * Plays a year of an organ at the desk, some cases of it over HTTP, and writes down each command that was acknowledged, on the disk, before it takes the next. It may be
 * killed at any moment: started again it goes on. Told by its environment where and what.
 */
import fs from 'node:fs';
import { lawShelf, ReminderClock } from '../../../dist/libs/casework/src/index.js';
import { onStage, play } from '../../../dist/libs/simulation/src/index.js';
import { clockFile } from './api.mjs';
import { OverHttp } from './over-http.mjs';
import { overHttpOf, planOf, SETTINGS } from './plan.mjs';
import { scansOf } from './scans.mjs';

const { DATABASE_URL: url, ACKNOWLEDGED: file, FROM: from, DATA_DIR: dataDir, API: base, HTTP: share } = process.env;
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

/** The desk, with a witness beside it; of some cases over HTTP. With an application comes its scan, which is kept before. */
const witnessed = (desk, scans, overHttp) => ({
  open: async (opening, ...more) => {
    if (overHttp.takes(opening.id)) return overHttp.open(opening);
    const fileIds = [await scans.handIn(opening.id, opening.actor)];
    const answer = await desk.open({ ...opening, body: { ...opening.body, fileIds } }, ...more);
    acknowledge(opening.id);
    return answer;
  },
  handle: async (envelope, ...more) => {
    if (overHttp.hasOpened(envelope.caseId)) return overHttp.handle(envelope);
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
  const counted = (count) => () => process.send?.({ count });
  const onFull = counted('refusals');
  const scans = await scansOf({ url, dataDir, clock: stage.clock, onFull });
  // What was on its way is asked again on the day on which it was.
  stage.clock.set(new Date(Number(fs.readFileSync(clockFile(dataDir), 'utf8'))));
  const told = { onFull, onAsked: counted('asked'), onBrokenOff: counted('brokenOff') };
  const overHttp = new OverHttp({
    base,
    file: `${file}.http`,
    folder: dataDir,
    clock: stage.clock,
    openings: overHttpOf(plan, Number(share)),
    told,
  });
  await overHttp.settle();
  const played = await play(
    plan,
    { ...stage, alarms, pool: overHttp.knowing(stage.pool), desk: witnessed(stage.desk, scans, overHttp) },
    { until, onDay, ...(from ? { from } : {}) },
  );
  await scans.close();
  process.send?.({ played });
});
process.exit();
