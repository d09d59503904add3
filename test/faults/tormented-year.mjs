/**
 * Plays a year of an office twice: once in peace, and once while everything dies at random: the process in which people act, the API, workers, the
 * database, Redis; lines are cut, jobs come twice or the last first, the disk of the files is full, a worker's clock is wrong. Then the two histories are held against each other:
 *
 *     node test/faults/tormented-year.mjs [--organ district] [--cases 2493] [--seed 1] [--queue redis|postgres] [--quiet 20] [--http 3] [--plant]
 *
 * What was acknowledged has to be there, everything once, every deadline reminded of as in the year of peace; chains hold, journals fold to
 * what is stored, no job is stuck, the annual report has the same figures and adds up. One case of so many (`--http`) is played over HTTP, the
 * others at the desk. The seed says what befalls whom, `--quiet` how many
 * days pass in the mean before the next thing does. With `--plant` faults are planted at the end, and the checker has to find each. Progress
 * is on stderr, the result is JSON on stdout; exit 1 on a fault.
 */
import '../../scripts/support/check-node.mjs';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { bootstrap } from '../../scripts/support/ready.mjs';
import { installedTool } from '../../scripts/support/tools.mjs';
import { main, Obstacle, tell } from '../../scripts/support/tree.mjs';

const { values } = parseArgs({
  options: {
    organ: { type: 'string', default: 'district' },
    cases: { type: 'string', default: '2493' },
    seed: { type: 'string', default: '1' },
    queue: { type: 'string', default: 'redis' },
    quiet: { type: 'string', default: '20' },
    http: { type: 'string', default: '3' },
    plant: { type: 'boolean', default: false },
  },
});
/** So often people may be cut off without getting on by a day before it is given up. */
const MOST_IN_VAIN = 20;
/** So long it is waited for the next job to end; a year leaves tens of thousands. */
const PATIENCE_MS = 120_000;
/** So often it is looked whether jobs have ended, before time is let pass for those that were lost on the way. */
const ROUNDS = 50;

const begun = performance.now();
const seconds = () => Math.round((performance.now() - begun) / 1000);
const step = (words) => tell(`${String(seconds()).padStart(5)} s  ${words}`);
const played = {
  organ: values.organ,
  seed: Number(values.seed),
  cases: Number(values.cases),
  quiet: Number(values.quiet),
  http: Number(values.http),
};

await main(async () => {
  if (!(played.cases >= 1)) throw new Obstacle('--cases has to be 1 or more.');
  await bootstrap();
  const { planOf } = await import('./tormented/plan.mjs');
  const plan = planOf({ ORGAN: played.organ, SEED: values.seed, CASES: values.cases });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-tormented-'));
  fs.chmodSync(folder, 0o711);
  try {
    const quiet = await inPeace(path.join(folder, 'quiet'), plan);
    const found = await tormented(path.join(folder, 'tormented'), plan, quiet);
    const { faults, missed = [] } = found;
    const holds = [...Object.values(faults), missed].every((list) => list.length === 0);
    console.log(JSON.stringify({ holds, ...played, ...found, seconds: seconds() }));
    if (!holds) process.exitCode = 1;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

/** An office with its tables and people. */
async function officeIn(folder, { before }, redis) {
  const { Office } = await import('./tormented/office.mjs');
  const { furnish } = await import('./tormented/furnish.mjs');
  const { loadDemoOrgans } = await import('../../dist/libs/simulation/src/index.js');
  const { migrate } = await import('../../dist/libs/platform/src/index.js');
  fs.mkdirSync(folder, { mode: 0o755 });
  const office = new Office({ folder, redis, today: before });
  await office.startDatabase();
  await migrate(office.url);
  await loadDemoOrgans(office.url, 'config');
  await furnish(office);
  await office.startApi();
  return office;
}

async function inPeace(folder, plan) {
  const { historyOf } = await import('./tormented/history.mjs');
  const office = await officeIn(folder, plan);
  try {
    step('The year is played in peace.');
    const { played: all, complaint } = await office.play(played);
    if (all === undefined) throw new Error(complaint);
    return await historyOf(office.url, played.organ);
  } finally {
    await office.close();
  }
}

async function tormented(folder, plan, quiet) {
  const { faultsIn } = await import('./tormented/history.mjs');
  const { Tormentor } = await import('./tormented/torments.mjs');
  await installedTool('faketime');
  const redis = values.queue === 'redis' ? await redisIn(`${folder}-redis`) : undefined;
  const office = await officeIn(folder, plan, redis);
  const tormentor = new Tormentor(office, played);
  try {
    step('The year is played while everything dies.');
    office.startWorkers();
    const restarts = await playThrough(office, tormentor);
    step(`It is played, after ${restarts} restarts; the last jobs end.`);
    await allEnded(office);
    await office.sendHome();
    const look = () =>
      faultsIn(office.url, {
        acknowledged: office.acknowledged(),
        answered: office.answered(),
        quiet,
        day: plan.until,
        organ: played.organ,
        dataDir: office.folder,
      });
    const { strays, ...faults } = await look();
    return {
      ...countsOf(office, quiet),
      restarts,
      disk: office.disk.kind,
      refusedForRoom: office.refusals,
      brokenOff: office.brokenOff,
      strays: strays.length,
      torments: tormentor.counts,
      faults,
      ...(await planted(office, look)),
    };
  } finally {
    await office.close();
    await redis?.stop();
  }
}

function countsOf(office, { entries, reminders }) {
  return {
    acknowledged: office.acknowledged().length,
    overHttp: office.answered().length,
    entries: entries.length,
    reminders: reminders.length,
  };
}

/** Plants faults where there are none. @returns which of them were not found, where that was asked for */
async function planted(office, look) {
  if (!values.plant) return {};
  const { PLANTS } = await import('./tormented/plants.mjs');
  for (const { plant } of PLANTS) await plant(office);
  const faults = await look();
  const missed = PLANTS.filter(({ found, is = () => true }) => !faults[found].some(is)).map(({ name }) => name);
  return { planted: PLANTS.length, missed };
}

/** People go on after each cut, until all is played. @returns how often they were cut off */
async function playThrough(office, tormentor) {
  let [restarts, inVain, furthest] = [0, 0, 0];
  let [days, next] = [0, tormentor.pause()];
  let [striking, from] = [Promise.resolve(), ''];
  for (;;) {
    const onDay = ({ done, day }) => {
      from = day;
      if (done > furthest) [furthest, inVain] = [done, 0];
      days += 1;
      if (days < next) return;
      [days, next] = [0, tormentor.pause()];
      striking = striking.then(() => tormentor.strike());
    };
    const { played: all, complaint } = await office.play({ ...played, from, onDay });
    await striking;
    if (all !== undefined) return restarts;
    restarts += 1;
    inVain += 1;
    if (inVain > MOST_IN_VAIN) throw new Error(`People do not get on: ${complaint}`);
  }
}

/** Waits as long as jobs end, be they ever so many. */
async function allEnded(office) {
  let [fewest, until] = [Infinity, performance.now() + PATIENCE_MS];
  for (let rounds = 1; performance.now() < until; rounds += 1) {
    const left = await office.left();
    if (left === 0) return;
    if (left < fewest) [fewest, until] = [left, performance.now() + PATIENCE_MS];
    office.startWorkers();
    if (rounds % ROUNDS === 0) await office.letTimePass();
    await pause(200);
  }
}

async function redisIn(folder) {
  const { startRedis } = await import('./tormented/redis.mjs');
  return startRedis(folder, await installedTool('redis-server'));
}
