import { readFileSync } from 'node:fs';
import { localDate } from '@gongkai/calendar';
import { lawShelf, PaceQueries, type Person } from '@gongkai/casework';
import { Press } from '@gongkai/correspondence';
import { AnnualReports, ReportEntries } from '@gongkai/reporting';
import { lastDayOf, loadDemoOrgans, onStage, planYear, play, readMix, readWords, type Stage } from '@gongkai/simulation';
import { programs } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { expectReadBack } from '../support/printed-report.js';

/** Playing 2,493 applications takes minutes: `npm run test:by-hand`, and in no other run. */
const AN_HOUR = 3_600_000;
const YEAR = 2019;
const UNDER_WAY = localDate('2020-01-31');

const settings = { configDir: 'config', secretKeys: ['a secret of the tests, long enough to be one'], cipher: 'aes' } as const;
const laws = lawShelf('config');
const mix = readMix('config', 'district', YEAR);
const plan = planYear(mix, { law: laws.lawOf('cn-ogi-711', localDate('2019-01-01')), words: readWords('config'), seed: 1 });

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemoOrgans(database.url, 'config');
});
afterAll(() => database.drop());

/** The report of the district, as its supervisor sees it. */
function officeOn({ pool, clock, cast }: Stage) {
  const supervisor: Person = { ...cast('district', 'caseworker'), roles: ['supervisor'], seesBelow: true };
  const approver: Person = { ...cast('district', 'approver'), roles: ['approver'], seesBelow: true };
  const parts = { pool, clock, laws, configDir: 'config', quotes: () => Promise.resolve([]) };
  const entries = new ReportEntries({ ...parts, offers: () => Promise.resolve([]) });
  return { supervisor, approver, reports: new AnnualReports(parts), entries };
}

type Office = ReturnType<typeof officeOn>;

/** Table A, each cell with a number of its own, and the text, written by one and approved by another. */
async function written({ entries, supervisor, approver }: Office): Promise<void> {
  const asked = { year: YEAR };
  const { cells, texts } = await entries.of(supervisor, asked);
  const numbers = Object.fromEntries(cells.map(({ id }, i) => [id, 1000 + i]));
  const text = '全区共收到申请{{b.new_received.total}}件，办结{{b.r7_total_handled.total}}件。';
  await entries.save(supervisor, asked, {
    version: 0,
    numbers,
    texts: Object.fromEntries(texts.map(({ id }) => [id, text])),
  });
  await entries.step(supervisor, asked, { version: 1, step: 'submit' });
  await entries.step(approver, asked, { version: 2, step: 'approve' });
}

/** Every cell opens exactly as many cases as it counts; all of the first, page by page, are there once. */
async function expectCasesBehind(
  { reports, supervisor }: Office,
  numbers: Readonly<Record<string, number | null>>,
): Promise<void> {
  for (const [cell, number] of Object.entries(numbers).filter(([id]) => /^[bc]\./.test(id)))
    expect([cell, (await reports.cases(supervisor, YEAR, { cell, limit: 1 })).total]).toEqual([cell, number]);
  const seen = new Set<string>();
  let cursor: string | null = '0';
  while (cursor !== null) {
    const page = await reports.cases(supervisor, YEAR, { cell: 'b.new_received.total', limit: 1000, cursor });
    for (const { caseId } of page.items) seen.add(caseId);
    cursor = page.nextCursor;
  }
  expect(seen.size).toBe(mix.applications);
}

test(
  'the report of the district over 2019, rolled up over its units, is frozen and read back cell by cell from all six forms',
  async () => {
    await onStage({ url: database.url, settings, plan }, async (stage) => {
      // Three letters to a joint producer are drawn to the office that asks, which is refused: their service and answer fall away.
      expect(await play(plan, stage, { until: UNDER_WAY })).toMatchObject({ interrupted: false, skipped: 6 });
      stage.clock.set(UNDER_WAY);
      const office = officeOn(stage);
      const { reports, supervisor } = office;
      await written(office);
      const report = await reports.of(supervisor, YEAR, {});
      expect([report.scope, report.members.length]).toEqual(['below', Object.keys(mix.units).length]);
      expect(report.numbers).toMatchObject({
        'b.new_received.total': 2493,
        'b.carried_in.total': 0,
        'b.carried_out.total': mix.carriedOut,
        'b.r7_total_handled.total': mix.applications - mix.carriedOut,
        ...Object.fromEntries(Object.entries(mix.applicants).map(([category, count]) => [`b.new_received.${category}`, count])),
      });
      expect(report.checks.filter(({ kind, result }) => kind === 'hard' && result === 'differs')).toEqual([]);
      for (const [organ, count] of Object.entries(mix.units)) {
        const own = await reports.of(supervisor, YEAR, { organ, scope: 'own' });
        expect([organ, own.numbers['b.new_received.total']]).toEqual([organ, count]);
      }
      await expectCasesBehind(office, report.numbers);
      const frozen = await reports.freeze(supervisor, YEAR, { digest: report.digest });
      expect(frozen).toMatchObject({ numbers: report.numbers, frozen: { intact: true, changes: [] } });
      const { cells, forms } = await expectReadBack(frozen, new Press('config/fonts', programs.press));
      expect([cells, [...forms].sort()]).toEqual([198, ['csv', 'docx', 'html', 'json', 'pdf', 'xlsx']]);
    });
  },
  AN_HOUR,
);

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

test(
  'the forecast of that year, once it has come to its end, stands the test as docs/forecast.md tells',
  async () => {
    await onStage({ url: database.url, settings, plan }, async (stage) => {
      expect(await play(plan, stage, { until: localDate(lastDayOf(plan) ?? '') })).toMatchObject({
        interrupted: false,
        complete: true,
      });
      const { supervisor } = officeOn(stage);
      const period = { from: localDate('2019-04-01'), to: localDate('2019-12-31') };
      const tested = await new PaceQueries({ ...stage, laws }).backtest(supervisor, period);
      if (tested === null) throw new Error('There was nothing to forecast.');
      const { forecasts, cases, lateShare, brier, brierOfBaseRate, skill, withinBand } = tested;
      expect(readFileSync('docs/forecast.md', 'utf8')).toContain(
        [
          `${forecasts} forecasts of ${cases} cases; late in the end: ${percent(lateShare)}`,
          `Brier score ${brier.toFixed(5)}, of the base rate ${brierOfBaseRate.toFixed(5)}: ${percent(skill)} less`,
          `replies within the days forecast for four in five: ${percent(withinBand)}`,
        ].join('\n'),
      );
    });
  },
  AN_HOUR,
);
