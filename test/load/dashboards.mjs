/**
 * How long the views of a supervisor take, and how they grow with what the office has behind it; run after `npm run build`:
 *
 *     node test/load/dashboards.mjs [--open <cases>] [cases ...]
 *
 * One case in fifty is open, of a million 20,000. With --open there are never more open than so many: what grows then, grows with history.
 * One process, an embedded PostgreSQL that grows from one size to the next; the office is that of `an-office.mjs`.
 */
import { parseArgs } from 'node:util';
import { CaseQueries, Directory, lawShelf, PaceQueries } from '../../dist/libs/casework/src/index.js';
import {
  CaseFilters,
  DashboardFilters,
  DueDaysFilters,
  ForecastFilters,
  OrderFilters,
  parseInput,
  TrendFilters,
} from '../../dist/libs/contracts/src/index.js';
import { createDataSource, ManualClock, Sealer } from '../../dist/libs/platform/src/index.js';
import { addCases, onServer, openOffice, TODAY } from './an-office.mjs';
import { measure, now } from './measure.mjs';

const { values, positionals } = parseArgs({ options: { open: { type: 'string' } }, allowPositionals: true });
const open = values.open === undefined ? Infinity : Number(values.open);
const given = positionals.map(Number);
const SIZES = given.length > 0 ? given : [10_000, 100_000, 1_000_000];
const SETTINGS = { configDir: 'config', secretKeys: ['a secret of the bench, long enough to be one'] };

async function supervisorOf(url, clock) {
  const source = await createDataSource(url, { poolSize: 1 }).initialize();
  try {
    return await new Directory(source, clock).byUsername('supervisor.bureau');
  } finally {
    await source.destroy();
  }
}

/** What is asked for, as the console asks; each answers with the number it shows biggest. */
function viewsOf(person, cases, pace) {
  const list = (filters) => async () =>
    (await cases.list(person, parseInput(CaseFilters, { limit: 50, ...filters }))).items.length;
  const period = (from) => parseInput(TrendFilters, { from, to: TODAY });
  return {
    'lights, and the next ten working days': async () => (await cases.dashboard(person, parseInput(DashboardFilters, {}))).total,
    'the same of one unit': async () => (await cases.dashboard(person, parseInput(DashboardFilters, { unit: 'bureau' }))).total,
    'what falls due in a month': async () =>
      (await cases.dueDays(person, parseInput(DueDaysFilters, { month: TODAY.slice(0, 7) }))).days.length,
    forecast: async () => (await pace.forecast(person, parseInput(ForecastFilters, {}))).open,
    'trends of twelve weeks': async () => (await pace.trends(person, period('2019-07-22'))).weeks.length,
    'trends of a year': async () => (await pace.trends(person, period('2018-10-16'))).weeks.length,
    'supervision orders': async () => (await cases.orders(person, parseInput(OrderFilters, {}))).items.length,
    'list: overdue': list({ light: 'overdue', open: 'true' }),
    'list: yellow or red': list({ light: 'yellow,red', open: 'true' }),
    'list: all, due first': list({}),
  };
}

await onServer(
  async ({ url, pool }) => {
    const clock = new ManualClock(TODAY);
    const sealer = new Sealer(SETTINGS.secretKeys);
    const models = await openOffice(url, SETTINGS);
    const parts = { pool, clock, laws: lawShelf('config'), sealer };
    const views = viewsOf(await supervisorOf(url, clock), new CaseQueries(parts), new PaceQueries(parts));
    const grown = {};
    let from = 0;
    for (const to of SIZES) {
      const begun = now();
      await addCases(models, { from, to, pool, sealer, open });
      console.log(`${to} cases (made in ${Math.round((now() - begun) / 1000)} s)`);
      from = to;
      const rows = {};
      for (const [name, view] of Object.entries(views)) {
        rows[name] = await measure(view);
        for (const part of ['p50', 'p95']) (grown[name] ??= {})[`${part} at ${to}`] = rows[name][`${part} ms`];
      }
      console.table(rows);
    }
    for (const row of Object.values(grown))
      for (const part of ['p50', 'p95'])
        row[`${part}, times`] = Number((row[`${part} at ${SIZES.at(-1)}`] / row[`${part} at ${SIZES[0]}`]).toFixed(1));
    console.log('How they grow, in milliseconds');
    console.table(grown);
  },
  { statementTimeout: 600_000 },
);
