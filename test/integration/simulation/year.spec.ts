import { localDate } from '@gongkai/calendar';
import { lawShelf, verifyChains, verifyRegister, verifyReplay, verifyWatch, type Person } from '@gongkai/casework';
import { Press } from '@gongkai/correspondence';
import { createDataSource, ManualClock, readReportFormats, Sealer } from '@gongkai/platform';
import { AnnualReports, ReportEntries } from '@gongkai/reporting';
import { rowOf, type Decision } from '@gongkai/statutes';
import {
  lastDayOf,
  loadDemoOrgans,
  onStage,
  planYear,
  play,
  playedFigures,
  readMix,
  readWords,
  type Played,
  type Stage,
} from '@gongkai/simulation';
import { programs } from '../../support/api.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { expectReadBack } from '../../support/printed-report.js';
import { suiteNeeding } from '../../support/tools.js';

const settings = { configDir: 'config', secretKeys: ['a secret of the tests, long enough to be one'], cipher: 'aes' } as const;
const laws = lawShelf('config');
const law = laws.lawOf('cn-ogi-711', localDate('2019-01-01'));
const mix = readMix('config', 'bureau', 2019);
const plan = planYear(mix, { law, words: readWords('config'), seed: 7 });

const clockOn = (day: string): ManualClock => new ManualClock(localDate(day));

const databases: TestDatabase[] = [];
afterAll(async () => {
  for (const database of databases) await database.drop();
});

/** A database of its own with the people of the demonstration. */
async function office(): Promise<string> {
  const database = await createTestDatabase();
  databases.push(database);
  await loadDemoOrgans(database.url, 'config');
  return database.url;
}

/** The report of the year, as a supervisor of the bureau reads it. */
async function reported({ pool, clock, cast }: Stage) {
  const person: Person = { ...cast('bureau', 'caseworker'), roles: ['supervisor'], seesBelow: true };
  const quotes = () => Promise.resolve([]);
  const reports = new AnnualReports({ pool, clock, laws, configDir: 'config', quotes });
  const listed = async (cell: string) => (await reports.cases(person, 2019, { cell, limit: 1000 })).items;
  const entries = new ReportEntries({ pool, clock, laws, configDir: 'config', quotes, offers: () => Promise.resolve([]) });
  return {
    reports,
    entries,
    person,
    report: await reports.of(person, 2019, {}),
    next: await reports.of(person, 2020, {}),
    listed,
  };
}

/** Table B as the mix of the year has it: what came in, by whom, and how it ended. */
function planned(): Readonly<Record<string, number>> {
  const format = readReportFormats('config').find(({ id }) => id === 'annual-2019');
  if (format === undefined) throw new Error('annual-2019 is missing');
  const ends = [
    ...Object.entries(mix.outcomes).map(([code, count]) => [{ code }, count] as const),
    ...Object.entries(mix.refusals).map(([ground, count]) => [{ code: 'refused', ground }, count] as const),
  ];
  const rows = new Map<string, number>();
  for (const [decision, count] of ends) {
    const cell = `${rowOf(decision as Decision, format)}.total`;
    rows.set(cell, (rows.get(cell) ?? 0) + count);
  }
  const zeros = format.cells
    .filter(({ measure, column }) => measure === 'outcome' && column === 'total')
    .map(({ id }): [string, number] => [id, 0]);
  return {
    ...(Object.fromEntries([...zeros, ...rows]) as Record<string, number>),
    'b.new_received.total': mix.applications,
    'b.new_received.research_institution': 0,
    ...Object.fromEntries(Object.entries(mix.applicants).map(([category, count]) => [`b.new_received.${category}`, count])),
    'b.carried_in.total': 0,
    'b.r7_total_handled.total': mix.applications - mix.carriedOut,
    'b.carried_out.total': mix.carriedOut,
  };
}

/** Table A and the text: what is missing is told field by field, nobody approves what they wrote, and what is quoted is the number of the table. */
async function expectWritten({ entries, person }: Pick<Freezing, 'entries' | 'person'>): Promise<void> {
  const asked = { year: 2019 };
  const other: Person = { ...person, id: '00000000-0000-4000-8000-000000000001', roles: ['approver'], seesBelow: false };
  const { cells, texts } = await entries.of(person, asked);
  const numbers = Object.fromEntries(cells.map((cell) => [cell.id, 0]));
  const written = Object.fromEntries(texts.map((part) => [part.id, '收到申请{{b.new_received.total}}件']));
  const wrong = { numbers: { ...numbers, 'a.rules.newly_made': -1 }, texts: { ...written, s5_problems: '{{b.nothing}}28件' } };
  const first = await entries.save(person, asked, { version: 0, ...wrong });
  expect(first.findings.map(({ field, kind }) => [field, kind])).toEqual([
    ['a.rules.newly_made', 'error'],
    ['s5_problems', 'error'],
    ['s5_problems', 'warn'],
  ]);
  await expect(entries.step(person, asked, { version: 1, step: 'submit' })).rejects.toThrow('a.rules.newly_made: too-small');
  await expect(entries.save(person, asked, { version: 0, ...wrong })).rejects.toThrow('report-entry-changed');
  await expect(entries.save(person, asked, { version: 1, numbers: { 'b.new_received.total': 1 }, texts: {} })).rejects.toThrow(
    'numbers.b.new_received.total: unknown-field',
  );
  await entries.save(person, asked, { version: 1, numbers, texts: written });
  await entries.step(other, asked, { version: 2, step: 'comment', text: '第五部分再写具体些' });
  await expect(entries.step(other, asked, { version: 2, step: 'submit' })).rejects.toThrow('role-missing');
  await entries.step(person, asked, { version: 2, step: 'submit' });
  await expect(entries.save(person, asked, { version: 3, numbers, texts: written })).rejects.toThrow('report-entry-settled');
  await expect(entries.step(person, asked, { version: 3, step: 'approve' })).rejects.toThrow('report-entry-own');
  const approved = await entries.step(other, asked, { version: 3, step: 'approve' });
  expect(approved).toMatchObject({ state: 'approved', findings: [], may: ['return', 'comment'] });
  expect(approved.history.map(({ did }) => did)).toEqual(['save', 'comment', 'submit', 'approve']);
}

/** Frozen, the report stays: what is corrected later is told, cell by cell, and next year is held against it. */
async function expectFrozen({ reports, entries, person, pool, clock }: Freezing): Promise<void> {
  await expectWritten({ entries, person });
  const { digest, numbers } = await reports.of(person, 2019, {});
  clock.set(localDate('2019-12-31'));
  await expect(reports.freeze(person, 2019, { digest })).rejects.toThrow('report-year-open');
  clock.set(localDate('2020-12-31'));
  await expect(reports.freeze(person, 2019, { digest: digest.replace(/^./, 'x') })).rejects.toThrow('report-changed');
  const auditor: Person = { ...person, roles: ['auditor'] };
  await expect(reports.freeze(auditor, 2019, { digest })).rejects.toThrow('role-missing');
  const frozen = await reports.freeze(person, 2019, { digest });
  await expectReadBack(frozen, new Press('config/fonts', programs.press));
  expect(frozen.texts.map(({ text }) => text)).toEqual(Array.from({ length: 7 }, () => '收到申请27件'));
  await expect(entries.step(person, { year: 2019 }, { version: 4, step: 'return', text: '改' })).rejects.toThrow('report-frozen');
  expect(frozen).toMatchObject({ numbers, may: [], frozen: { intact: true, changes: [], by: { id: person.id } } });
  await expect(reports.freeze(person, 2019, { digest })).rejects.toThrow('report-frozen');
  for (const text of ['UPDATE annual_report SET year = 1', 'DELETE FROM annual_report', 'TRUNCATE annual_report'])
    await expect(pool.query({ text })).rejects.toThrow('A frozen report stays');

  const { rows } = await pool.query<{ number: string }>({
    text: `UPDATE case_file SET received_on = '2020-01-02' WHERE id =
           (SELECT id FROM case_file WHERE concluded_on BETWEEN '2020-01-02' AND '2020-12-31' ORDER BY id LIMIT 1) RETURNING number`,
  });
  const later = await reports.of(person, 2019, {});
  expect(later.numbers).toEqual(numbers);
  expect(later.frozen?.changes.filter(({ cell }) => cell.endsWith('.total'))).toMatchObject(
    ['b.new_received.total', 'b.carried_out.total'].map((cell) => ({ cell, gone: rows.map(({ number }) => number), added: [] })),
  );
  expect((await reports.of(person, 2019, { current: 'true' })).numbers['b.carried_out.total']).toBe(1);
  expect((await reports.cases(person, 2019, { cell: 'b.carried_out.total', limit: 10 })).total).toBe(2);
  const [difference] = (await reports.of(person, 2020, {})).checks.filter(({ result }) => result === 'differs');
  expect(difference).toMatchObject({ id: 'A5', kind: 'warn' });
  expect(difference?.differences.at(-1)).toMatchObject({ place: 'b.*.total', left: 1, right: 2, cases: rows });
}

type Freezing = Pick<Awaited<ReturnType<typeof reported>>, 'reports' | 'entries' | 'person'> & Pick<Stage, 'pool' | 'clock'>;

const playing = (
  url: string,
  until: string,
  signal?: AbortSignal,
  change: (stage: Stage) => Stage = (stage) => stage,
): Promise<Played> =>
  onStage({ url, settings, plan }, (stage) =>
    play(plan, change(stage), { until: localDate(until), ...(signal ? { signal } : {}) }),
  );

/** What every journal tells, without the ids that are thrown anew. */
async function told(url: string): Promise<unknown> {
  const source = await createDataSource(url, { poolSize: 1 }).initialize();
  try {
    return await source.query(`
      SELECT case_file.number, journal.seq, journal.type, journal.on_day, journal.fact ->> 'number' AS notice
        FROM journal JOIN case_file ON case_file.id = journal.case_id ORDER BY case_file.number, journal.seq`);
  } finally {
    await source.destroy();
  }
}

suiteNeeding('pdftotext')('a year played', () => {
  test('comes out as it was planned, and stands every check', async () => {
    const url = await office();
    const played = await playing(url, '2019-12-31');
    expect(played).toMatchObject({ interrupted: false, complete: false, skipped: 0, refused: { 'correction-notice-late': 1 } });
    expect(played.rung).toBeGreaterThan(0);
    await onStage({ url, settings, plan }, async ({ pool }) => {
      const { outcome = {}, channel } = await playedFigures(plan, pool);
      expect(channel).toEqual(mix.channels);
      const refusals = Object.entries(mix.refusals).map(([ground, count]) => [`refused ${ground}`, count]);
      expect(outcome).toEqual({ ...mix.outcomes, ...Object.fromEntries(refusals), open: mix.carriedOut });
      expect(await verifyReplay({ pool, laws })).toMatchObject({ cases: 27, differences: [] });
      expect(await verifyChains(pool)).toMatchObject({ cases: 27, broken: [] });
      expect(await verifyWatch({ pool, laws, clock: clockOn('2019-12-31') })).toEqual({
        open: expect.any(Number),
        unwatched: [],
      });
    });
    const last = lastDayOf(plan) ?? '';
    expect(last.slice(0, 4)).toBe('2020');
    expect(await playing(url, last)).toMatchObject({ interrupted: false, complete: true, skipped: 0, refused: {} });
    await onStage({ url, settings, plan }, async ({ pool }) => {
      expect((await playedFigures(plan, pool)).state).toEqual({ filed: 27 });
      expect(await verifyWatch({ pool, laws, clock: clockOn(last) })).toEqual({ open: 0, unwatched: [] });
      expect(await verifyRegister(pool, new Sealer(settings.secretKeys))).toEqual({ gaps: [], lostFiles: [], unopened: [] });
    });
    await onStage({ url, settings, plan }, async (stage) => {
      const { reports, entries, person, report, next, listed } = await reported(stage);
      expect(report.numbers).toMatchObject(planned());
      expect(report.checks.filter(({ result }) => result === 'differs')).toEqual([]);
      expect(report.checks.filter(({ result }) => result === 'holds').map(({ id }) => id)).toEqual(
        expect.arrayContaining(['A1', 'A2', 'A3', 'A4', 'A6', 'A10', 'A12']),
      );
      for (const [cell, number] of Object.entries(report.numbers).filter(([id]) => /^[bc]\./.test(id)))
        expect([cell, (await listed(cell)).length]).toEqual([cell, number]);
      expect(next.numbers).toMatchObject({ 'b.new_received.total': 0, 'b.carried_in.total': 2, 'b.r7_total_handled.total': 2 });
      expect([report, next].map(({ numbers }) => numbers['c.reconsideration.total'])).toContain(1);
      expect(next.checks.find(({ id }) => id === 'A5')?.result).toBe('open');
      await expectFrozen({ reports, entries, person, pool: stage.pool, clock: stage.clock });
    });
  });
});

describe('a year played in pieces', () => {
  test('is the same whether it was played at once, twice, or in pieces', async () => {
    const [atOnce, inPieces] = [await office(), await office()];
    await playing(atOnce, '2019-04-30');
    expect((await playing(atOnce, '2019-04-30')).taken).toBe(0);

    const controller = new AbortController();
    let asked = 0;
    // In the middle of a day, between two steps of a case.
    const nervous = (stage: Stage): Stage => ({
      ...stage,
      cast: (organ, role) => {
        asked += 1;
        if (asked === 40) controller.abort();
        return stage.cast(organ, role);
      },
    });
    expect(await playing(inPieces, '2019-04-30', controller.signal, nervous)).toMatchObject({
      taken: 40,
      interrupted: true,
      complete: false,
    });
    await playing(inPieces, '2019-04-04');
    expect(await playing(inPieces, '2019-04-30')).toMatchObject({ interrupted: false, complete: false });
    expect(await told(inPieces)).toEqual(await told(atOnce));
  });
});
