import type {
  AnnualReport,
  PublishedReport,
  PublishedReports,
  ReportComparison,
  ReportedCases,
  ReportEntry,
  ReportPublication,
  Training,
  Trainings,
} from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open as openCase } from '../../support/applications.js';
import { cityReport, cityYearBefore } from '../../support/city-report.js';
import { givenFile } from '../../support/given-file.js';
import { fieldsIn, problemIn, request, type HttpAnswer, type Officer } from '../../support/officer.js';
import { approvedReport } from '../../support/written-report.js';

const CITY = encodeURIComponent('临江市');

let api: TestApi;
let bureau: Officer;
let district: Officer;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-01-12' });
  bureau = await api.officer('supervisor.bureau');
  district = await api.officer('supervisor.district');
});
afterAll(() => api.stop());

type Numbers = Readonly<Record<string, number | string>>;
const csv = (numbers: Numbers): File =>
  new File(
    [
      `\uFEFFcell,name,number\r\n${Object.entries(numbers)
        .map(([cell, number]) => `${cell},,"${String(number)}"`)
        .join('\r\n')}\r\n`,
    ],
    '年报.csv',
  );
const json = (content: object): File => new File([JSON.stringify(content)], '年报.json');
const hand = (who: Officer, query: string, file: File): Promise<HttpAnswer> => who.upload(`/reports/published?${query}`, file);
const looked = async (who: Officer, query: string, file: File): Promise<PublishedReport> =>
  (await hand(who, `preview=true&${query}`, file)).body as PublishedReport;
const checkIn = ({ checks }: Pick<AnnualReport, 'checks'>, id: string): string => {
  const check = checks.find((one) => one.id === id);
  return `${check?.kind ?? ''} ${check?.result ?? ''}`;
};

describe('a report that was published elsewhere', () => {
  test('is looked at, taken in, replaced and taken out of count; it stays all the same', async () => {
    const report = await looked(bureau, `name=${CITY}&year=2025`, csv(cityReport));
    expect([report.id, report.organ, report.name.en, report.missing, report.replaces]).toEqual([null, null, '临江市', 0, false]);
    expect(['A1', 'A2', 'A3', 'A4'].map((id) => checkIn(report, id))).toEqual(Array(4).fill('hard holds'));
    expect(await api.count('published_report')).toBe(0);
    const first = (await hand(bureau, `name=${CITY}&year=2025`, csv(cityReport))).body as PublishedReport;
    expect(first.numbers).toEqual(cityReport);
    const fewer = csv({ 'b.new_received.total': '14,069', 'b.carried_in.total': 560 });
    expect(await looked(bureau, `name=${CITY}&year=2025`, fewer)).toMatchObject({ replaces: true });
    const second = (await hand(bureau, `name=${CITY}&year=2025`, fewer)).body as PublishedReport;
    expect([second.numbers['b.new_received.total'], checkIn(second, 'A1')]).toEqual([14_069, 'hard open']);
    const lines = async () =>
      ((await bureau.get('/reports/published?year=2025')).body as PublishedReports).items.map(({ id, over }) => [id, over?.why]);
    expect(await lines()).toEqual([
      [second.id, undefined],
      [first.id, ''],
    ]);
    expect(fieldsIn(await bureau.post(`/reports/published/${String(second.id)}/end`, { why: ' ' }))).toEqual(['why too-short']);
    expect((await bureau.post(`/reports/published/${String(second.id)}/end`, { why: '不是原件' })).status).toBe(200);
    expect(problemIn(await bureau.post(`/reports/published/${String(second.id)}/end`, { why: '不是原件' })).code).toBe(
      'published-report-over',
    );
    expect((await lines()).map(([, why]) => why).sort()).toEqual(['', '不是原件']);
    // Of another organ only who keeps it knows, and who sees that organ.
    expect((await district.get(`/reports/published/${String(first.id)}`)).status).toBe(404);
    expect((await bureau.get(`/reports/published/${String(first.id)}`)).status).toBe(200);
    expect((await (await api.officer('caseworker.bureau')).get('/reports/published')).status).toBe(403);
  });

  test.each([
    ['A1', { 'b.carried_out.total': 818, 'b.carried_out.natural_person': 782 }],
    ['A2', { 'b.r5_2_repeated.total': 149, 'b.r5_2_repeated.natural_person': 149 }],
    ['A3', { 'b.new_received.legal_service_org': 129 }],
    ['A4', { 'c.litigation_direct.pending': 26 }],
  ])('is refused where %s does not hold', async (identity, change) => {
    const file = csv({ ...cityReport, ...change });
    expect(checkIn(await looked(bureau, `name=${CITY}&year=2025`, file), identity)).toBe('hard differs');
    const answer = problemIn(await hand(bureau, `name=${CITY}&year=2025`, file));
    expect([answer.code, answer.detail.includes(identity)]).toEqual(['published-report-differs', true]);
  });

  test.each([
    ['of this installation', 'organ=street'],
    ['known by its name alone', `name=${CITY}`],
  ])('is told where that of an organ %s is doubtful, and taken in nevertheless', async (_, whose) => {
    await hand(district, `${whose}&year=2024`, csv(cityYearBefore));
    const doubtful = { ...cityReport, 'a.rules.in_force': 75, 'fees.processing.yuan_received': 1_200_001 };
    const carried = { ...doubtful, 'b.carried_in.legal_service_org': 18 };
    const report = await looked(district, `${whose}&year=2025`, csv(carried));
    expect(['A5', 'A8', 'A11'].map((id) => checkIn(report, id))).toEqual(['warn holds', 'warn differs', 'warn differs']);
    const [last] = ((await district.get('/reports/published?year=2024')).body as PublishedReports).items;
    await district.post(`/reports/published/${String(last?.id)}/end`, { why: '试' });
  });

  test('is refused with every field that is wrong, and nothing is kept', async () => {
    const before = await api.count('published_report');
    const wrong = csv({
      'b.new_received.total': '很多',
      'b.nothing.total': 3,
      'b.carried_in.total': -1,
      'b.carried_out.total': 1.5,
    });
    expect(fieldsIn(await hand(bureau, 'organ=bureau&year=2025', wrong)).sort()).toEqual([
      'b.carried_in.total not-a-figure',
      'b.carried_out.total not-a-figure',
      'b.new_received.total not-a-figure',
      'b.nothing.total unknown-cell',
    ]);
    const refusals: [string, File, string[]][] = [
      ['', csv(cityReport), ['year required', 'organ required']],
      [`organ=bureau&name=${CITY}&year=2025`, csv(cityReport), ['name not-together']],
      ['organ=district&year=2025', csv(cityReport), ['organ unknown-organ']],
      ['year=2024', json({ year: 2025, organ: 'bureau', numbers: cityReport }), ['year another-year']],
      ['organ=bureau&year=2026', csv(cityReport), ['year year-not-over']],
      ['organ=bureau&year=2025', csv({}), ['file no-figures']],
      ['organ=bureau&year=2025', json({ numbers: [1] }), ['file no-figures']],
      ['organ=bureau&year=2025', json({}), ['file no-figures']],
      ['organ=bureau&year=2025', new File(['{'], 'x.json'), ['file malformed-json']],
      ['organ=bureau&year=2025', new File(['a.b,,1\na.b,,2\n'], 'x.csv'), ['a.b twice-in-table']],
    ];
    for (const [query, file, fields] of refusals) expect(fieldsIn(await hand(bureau, query, file))).toEqual(fields);
    expect((await hand(bureau, 'organ=bureau&year=2017', csv(cityReport))).status).toBe(404);
    expect(await api.count('published_report')).toBe(before);
  });
});

describe('a unit without cases here', () => {
  test('counts with its report in the roll-up, and its cases are said to be elsewhere', async () => {
    const clerk = await api.officer('clerk.bureau');
    await openCase(clerk, { receipt: { channel: 'in_person', submittedOn: '2025-12-30' } });
    const below = async () => (await district.get('/reports/annual/2025?organ=district&scope=below')).body as AnnualReport;
    const before = (await below()).numbers['b.new_received.total'] ?? 0;
    // A unit hands in the workbook that it was given, filled in.
    const { headers } = await district.get('/reports/published/template?year=2025');
    expect(headers.get('content-type')).toContain('spreadsheetml');
    expect((await hand(district, 'organ=street&year=2025', csv(cityReport))).status).toBe(200);
    const report = await below();
    expect(report.numbers['b.new_received.total']).toBe(before + 14_069);
    expect(['A1', 'A3', 'A10'].map((id) => checkIn(report, id))).toEqual(Array(3).fill('hard holds'));
    expect(report.members.find(({ organ }) => organ.code === 'street')).toMatchObject({ received: 14_069, isElsewhere: true });
    const cases = (await district.get('/reports/annual/2025/cells/b.new_received.total/cases?organ=district&scope=below'))
      .body as ReportedCases;
    expect([cases.total, cases.elsewhere]).toEqual([before, 14_069]);
    const own = (await district.get('/reports/annual/2025?organ=street&scope=own')).body as AnnualReport;
    expect([own.numbers['b.new_received.total'], own.numbers['a.rules.in_force']]).toEqual([14_069, 74]);
  });
});

describe('reports side by side', () => {
  test('a report given out here is read again, cell by cell, from each of its forms', async () => {
    const out = (await district.get('/reports/annual/2025?organ=street&scope=own')).body as AnnualReport;
    const known = Object.fromEntries(Object.entries(out.numbers).filter(([, number]) => number !== null));
    for (const form of ['xlsx', 'csv', 'json']) {
      const file = await givenFile(district, `/reports/annual/2025.${form}?organ=street&scope=own`);
      const read = await looked(district, 'organ=street&year=2025', file);
      expect([form, read.numbers]).toEqual([form, known]);
      // Whose it is, and of which year, stands in the file itself.
      const { year, organ, scope } = await looked(district, '', file);
      expect([year, organ, scope]).toEqual([2025, 'street', 'own']);
    }
  });

  test('a file that says by name alone whose report it is: of an organ here, or of one elsewhere', async () => {
    const named = (name: string): File =>
      new File([`organ,,${name}\r\nyear,2024,\r\ncell,name,number\r\nb.carried_in.total,,3\r\n`], '年报.csv');
    expect(await looked(bureau, '', named('临江市'))).toMatchObject({ organ: null, year: 2024, name: { 'zh-CN': '临江市' } });
    expect(await looked(bureau, '', named('云川市城市管理综合行政执法局'))).toMatchObject({ organ: 'bureau', year: 2024 });
    const written = json({ name: '临江市', year: 2024, numbers: { 'b.carried_in.total': 3 } });
    expect(await looked(bureau, '', written)).toMatchObject({ organ: null, name: { 'zh-CN': '临江市' } });
    // What is chosen goes before what the file says.
    expect(await looked(bureau, 'organ=bureau', named('临江市'))).toMatchObject({ organ: 'bureau' });
  });

  test('the year before and others stand beside it, formats of other years in the cells they share', async () => {
    const of2019 = { 'b.new_received.total': 27, 'b.r6_other.total': 4, 'b.r1_granted.total': 5 };
    const other = (await hand(district, `name=${CITY}&year=2019`, csv(of2019))).body as PublishedReport;
    const compare = async (query: string) =>
      (await district.get(`/reports/comparison?year=2025&organ=street&scope=own${query}`)).body as ReportComparison;
    const alike = await compare('');
    expect(alike.columns.map(({ year, source }) => [year, source])).toEqual([[2025, 'counted']]);
    expect(alike.without).toEqual([]);
    const { columns, rows, without } = await compare(`&with=${String(other.id)}`);
    expect(columns.map(({ year, source }) => [year, source])).toEqual([
      [2025, 'counted'],
      [2019, 'published'],
    ]);
    expect(without).toEqual(['a']);
    const line = (cell: string) => rows.find((row) => row.cell === cell)?.numbers;
    expect(['b.new_received.total', 'b.r6_other.total', 'b.carried_in.total'].map(line)).toEqual([
      [14_069, 27],
      [318 + 203 + 965, 4],
      [560, null],
    ]);
    expect((await district.get('/reports/comparison?year=2025&with=x')).status).toBe(422);
  });
});

describe('the publication of a report', () => {
  const own = 'organ=bureau&scope=own';
  const standing = async () => (await bureau.get(`/reports/annual/2025/publication?${own}`)).body as ReportPublication;
  const publish = () => bureau.post(`/reports/annual/2025/publication?${own}`, {});

  test('is due on 31 January; frozen, it goes into the catalogue with its PDF; withdrawn, it can be published anew', async () => {
    expect(await standing()).toMatchObject({ due: '2026-01-31', daysLeft: 19, state: 'not-frozen', entry: null, may: [] });
    expect(problemIn(await publish()).code).toBe('report-not-frozen');
    await approvedReport(bureau, await api.officer('approver.bureau'), 2025);
    const { digest } = (await bureau.get(`/reports/annual/2025?${own}`)).body as AnnualReport;
    expect((await bureau.post(`/reports/annual/2025/freeze?${own}`, { digest })).status).toBe(200);
    expect(await standing()).toMatchObject({ state: 'ready', may: ['publish'] });
    expect((await (await api.officer('auditor.bureau')).post(`/reports/annual/2025/publication?${own}`, {})).status).toBe(403);
    const { entry } = (await publish()).body as ReportPublication;
    expect(entry).toMatchObject({ indexNumber: 'NB-2025', on: '2026-01-12', withdrawnOn: null });
    expect(problemIn(await publish()).code).toBe('report-published');
    const file = await request(`${api.url}/api/v1/public/disclosures/${String(entry?.id)}/file`);
    expect([file.status, file.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    await bureau.post(`/disclosures/${String(entry?.id)}/withdrawal`, { reason: '附表有误' });
    expect(await standing()).toMatchObject({ state: 'withdrawn', may: ['publish'] });
    expect((await publish()).body).toMatchObject({ state: 'published', entry: { indexNumber: 'NB-2025-2' } });
    // An organ without units has one report, whichever way it is asked for.
    expect((await bureau.get('/reports/annual/2025/publication')).body).toMatchObject({ state: 'published' });
  });
});

describe('trainings held', () => {
  const training = {
    heldOn: '2025-11-20',
    topic: '条例专题培训',
    organs: ['district', 'street'],
    sections: '各科室',
    people: 86,
  };
  const listed = async (who: Officer, query = '') => (await who.get(`/trainings${query}`)).body as Trainings;

  test('are entered, put right and removed with a record; the report quotes their figures', async () => {
    const street = await api.officer('supervisor.street');
    const wrong = { ...training, heldOn: '2026-01-13', organs: ['bureau'], people: 0 };
    expect(fieldsIn(await district.post('/trainings', wrong))).toEqual(['people too-small']);
    expect(fieldsIn(await district.post('/trainings', { ...wrong, people: 1 }))).toEqual([
      'heldOn future-date',
      'organs.0 unknown-organ',
    ]);
    expect(problemIn(await (await api.officer('auditor.district')).post('/trainings', training)).code).toBe('role-missing');
    const made = (await district.post('/trainings', training)).body as Training;
    const twice = await district.post('/trainings', { ...training, topic: ` ${training.topic.split('').join(' ')}`, people: 9 });
    expect([fieldsIn(twice), JSON.stringify(twice.body).includes(`“${training.topic}”，86人`)]).toEqual([
      ['topic training-twice'],
      true,
    ]);
    const other = (await district.post('/trainings', { ...training, topic: '沙龙', organs: ['district'], people: 4 }))
      .body as Training;
    expect((await listed(street)).items.map(({ topic, may }) => [topic, may])).toEqual([['条例专题培训', []]]);
    expect((await street.post(`/trainings/${made.id}/removal`, { version: 1, why: '重复' })).status).toBe(403);
    const put = (version: number) =>
      district.send(`/trainings/${made.id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...training, people: 68, version, why: '人数抄错' }),
      });
    expect((await put(1)).body).toMatchObject({
      version: 2,
      people: 68,
      history: [{ did: 'add' }, { why: '人数抄错', before: { people: 86 } }],
    });
    expect(problemIn(await put(1)).code).toBe('training-changed');
    expect(await listed(district, '?from=2025-01-01&to=2025-12-31')).toMatchObject({ held: 2, people: 72, mayAdd: true });
    expect((await district.post(`/trainings/${other.id}/removal`, { version: 1, why: '没有举办' })).status).toBe(200);
    expect(problemIn(await district.post(`/trainings/${other.id}/removal`, { version: 2, why: '没有举办' })).code).toBe(
      'training-removed',
    );
    expect((await listed(district, '?q=沙龙')).items).toEqual([]);
    expect((await listed(district, '?removed=true&organ=district')).items.map(({ removed }) => removed)).toEqual([false, true]);
    const entry = `/reports/annual/2025/entry?organ=district&scope=own`;
    const text = '举办培训{{trainings.held}}次，{{trainings.people}}人次';
    const body = JSON.stringify({
      version: 0,
      numbers: {},
      texts: { 's1_general.1': text, 's1_general.2': '{{trainings.none}}' },
    });
    const saved = await district.send(entry, { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
    const { texts, findings } = saved.body as ReportEntry;
    expect(texts[0]?.text).toBe('举办培训1次，68人次');
    expect(findings.filter(({ message }) => message.en.includes('trainings.')).map(({ field }) => field)).toEqual([
      's1_general.2',
    ]);
  });
});
