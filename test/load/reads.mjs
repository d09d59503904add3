/**
 * How long it takes to look at things, and how that grows with what the office has behind it: pages of cases, worklists, dashboards, searches,
 * the report of a year, all behind the wall of row-level security, as the API asks for them. Run after `npm run build`:
 *
 *     node test/load/reads.mjs [--open <cases>] [--only <words>] [--plans <file>] [--no-wall] [cases ...]
 *     node test/load/reads.mjs --check [cases]
 *
 * One case in fifty is open, of a million 20,000. With --open there are never more open than so many: what grows then, grows with history.
 * One process, an embedded PostgreSQL that grows from one size to the next; the office is that of `an-office.mjs`. With --only it asks for the
 * views alone whose name has the words. With --plans the way on which the database found it, at the largest size, is written down. With --check
 * nothing is timed: it fails where a view would read every row of a big table though that was made the last resort, or holds two sets
 * against each other row by row.
 */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { Directory, lawShelf, sightOf } from '../../dist/libs/casework/src/index.js';
import {
  CommandPool,
  createDataSource,
  ManualClock,
  NOTHING,
  readFeeTariffs,
  Sealer,
  withSight,
} from '../../dist/libs/platform/src/index.js';
import { addCases, onServer, openOffice, TODAY } from './an-office.mjs';
import { heldRowByRow, partialIndexes, planOf, readWhole, remembering, shortened } from './bench/plans.mjs';
import { VIEWERS, viewsOf } from './bench/views.mjs';
import { measure, now } from './measure.mjs';

const { values, positionals } = parseArgs({
  options: {
    open: { type: 'string' },
    only: { type: 'string', default: '' },
    plans: { type: 'string' },
    check: { type: 'boolean', default: false },
    'no-wall': { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const open = values.open === undefined ? Infinity : Number(values.open);
const given = positionals.map(Number);
const SIZES = given.length > 0 ? given : values.check ? [2000] : [10_000, 100_000];
const SETTINGS = { configDir: 'config', secretKeys: ['a secret of the bench, long enough to be one'] };
/** Nothing leads to these rows but all of them: were they not found, the check would find nothing. */
const PLANTED = { text: `SELECT count(*) FROM journal WHERE type = 'NOTE_ADDED' AND on_day > '2019-01-01'` };
/** An hour, of which no view comes near. */
const PATIENCE = 3_600_000;

await onServer(
  async ({ url, pool }) => {
    const clock = new ManualClock(TODAY);
    const sealer = new Sealer(SETTINGS.secretKeys);
    const models = await openOffice(url, SETTINGS);
    const people = await staff(url, clock);
    const office = { url, pool, sealer, models, people, clock };
    if (values.check) await checked(office);
    else await timed(office);
  },
  { statementTimeout: PATIENCE },
);

async function timed(office) {
  const grown = {};
  let from = 0;
  for (const to of SIZES) {
    const begun = now();
    await addCases(office.models, { ...office, from, to, open });
    console.log(`${to} cases (made in ${Math.round((now() - begun) / 1000)} s)`);
    from = to;
    await behindWall(office, async (views) => {
      for (const [name, { viewer, ask }] of Object.entries(views)) {
        const took = await withSight(sightOf(viewer), () => measure(ask));
        for (const part of ['found', 'p50 ms', 'p95 ms', 'p99 ms']) (grown[name] ??= {})[`${part} at ${to}`] = took[part];
      }
    });
    // After each size: the next may take an hour, or the disk.
    for (const row of Object.values(grown))
      row['p95, times'] = Number((row[`p95 ms at ${to}`] / row[`p95 ms at ${SIZES[0]}`]).toFixed(1));
    console.table(grown);
  }
  if (values.plans !== undefined) fs.writeFileSync(values.plans, await plansOf(office));
}

/** The plan of every statement of every view; one of the same shape only once. */
async function plansOf(office) {
  const written = [`Every view of test/load/reads.mjs among ${SIZES.at(-1)} cases, behind the wall.`];
  const seen = new Set();
  await eachStatement(office, {}, ({ name, statement, lines }) => {
    const plan = shortened(lines).join('\n');
    const shape = plan.replace(/rows=[\d.]+|loops=\d+|Removed by.*|'[^']*'/g, '');
    if (seen.has(shape)) return;
    seen.add(shape);
    written.push(`\n== ${name} (${statement.name ?? 'unnamed'})\n${plan}`);
  });
  return `${written.join('\n')}\n`;
}

async function checked(office) {
  await addCases(office.models, { ...office, from: 0, to: SIZES[0], open });
  const partial = await partialIndexes(office.pool);
  const [found, rowByRow] = [new Set(), new Set()];
  let asked = 0;
  // Where there are few rows all of them are read at once; so it is made the last resort.
  await eachStatement(office, { options: '-c enable_seqscan=off' }, ({ name, statement, tree }) => {
    asked += 1;
    for (const table of readWhole(tree, partial)) found.add(`${table}: ${statement.name ?? 'unnamed'}, of "${name}"`);
    for (const pair of heldRowByRow(tree)) rowByRow.add(`${pair}: ${statement.name ?? 'unnamed'}, of "${name}"`);
  });
  const { tree } = await planOf(office.pool, PLANTED);
  const isSeen = readWhole(tree, partial).length > 0;
  console.log(JSON.stringify({ asked, isSeen, readWhole: [...found], rowByRow: [...rowByRow] }));
  if (found.size + rowByRow.size > 0 || !isSeen) process.exitCode = 1;
}

async function eachStatement(office, { options }, tell) {
  await behindWall(
    office,
    async (views, { asked, walled }) => {
      for (const [name, { viewer, ask }] of Object.entries(views)) {
        asked.length = 0;
        await withSight(sightOf(viewer), async () => {
          await ask();
          for (const statement of [...asked]) tell({ name, statement, ...(await planOf(walled, statement)) });
        });
      }
    },
    options,
  );
}

/** The views, asked for by the role of the API. @param options of the connection */
async function behindWall({ url, sealer, people, clock, pool }, work, options) {
  const at = options === undefined ? url : `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent(options)}`;
  const wall = values['no-wall'] ? {} : { wall: { otherwise: NOTHING } };
  const walled = new CommandPool({ url: at, max: 2, statementTimeout: PATIENCE, ...wall });
  try {
    const asked = [];
    const aCase = (await pool.query({ text: 'SELECT id FROM case_file WHERE closed_on IS NULL ORDER BY serial LIMIT 1' })).rows[0]
      .id;
    const parts = {
      pool: remembering(walled, asked),
      clock,
      laws: lawShelf('config'),
      sealer,
      tariffs: readFeeTariffs('config'),
    };
    const views = Object.entries(viewsOf(parts, { people, aCase })).filter(([name]) => name.includes(values.only));
    await work(Object.fromEntries(views), { asked, walled });
  } finally {
    await walled.close();
  }
}

async function staff(url, clock) {
  const source = await createDataSource(url, { poolSize: 1 }).initialize();
  try {
    const directory = new Directory(source, clock);
    const people = await Promise.all(VIEWERS.map((role) => directory.byUsername(`${role}.bureau`)));
    return Object.fromEntries(VIEWERS.map((role, i) => [role, people[i]]));
  } finally {
    await source.destroy();
  }
}
