import { localDate } from '@gongkai/calendar';
import { lawShelf, verifyReplay, verifyWatch } from '@gongkai/casework';
import type {
  CalendarEdition,
  CalendarImpact,
  CalendarRegion,
  CaseCount,
  CaseList,
  CaseView,
  JournalEntryView,
} from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { caseIn, open } from '../../support/applications.js';
import { LATER_HOLIDAYS_OF_2027, YEAR_2027 as YEAR } from '../../support/next-year.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';
import { reckonIn } from '../../support/reckoning.js';
import { zipOf } from '../../support/zip.js';

/** A day that a document gives off to one organ and to what lies below it. */
const CLOSING = {
  ...{ organ: 'district', notice: '清河政办〔2026〕3号', issuedOn: '2026-03-02', makeupWorkdays: [] },
  holidays: [{ name: '区庆', from: '2026-03-26' }],
};
/** A notice of one day off for everybody, in a year that has its arrangement. */
const AMENDMENT = {
  ...{ notice: '国办发明电〔2026〕2号', issuedOn: '2026-03-02', makeupWorkdays: ['2026-03-21'] },
  holidays: [{ name: '纪念日', from: '2026-03-12' }],
};

let api: TestApi;
let admin: Officer;
let bureau: Officer;
const cases: Record<string, string> = {};

const finalDue = async (organ: string): Promise<string | null> => {
  const clerk = await api.officer(`clerk.${organ}`);
  return caseIn(await clerk.get(`/cases/${cases[organ] ?? ''}`)).deadlines.finalDue;
};
const dues = (): Promise<(string | null)[]> => Promise.all(['bureau', 'district', 'street'].map(finalDue));
const reckoning = () => reckonIn(api);
const look = (body: object) => admin.post('/calendars/cn/2026?preview=true', body);

beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-02' });
  [admin, bureau] = [await api.officer('admin.district'), await api.officer('admin.bureau')];
  for (const organ of ['bureau', 'district', 'street']) {
    const clerk = await api.officer(`clerk.${organ}`);
    const { id }: CaseView = await open(clerk, { receipt: { channel: 'in_person', submittedOn: '2026-03-02' } });
    cases[organ] = id;
  }
});
afterAll(() => api.stop());

test('a notice of a single day is no arrangement of a year', async () => {
  const answer = await look(AMENDMENT);
  expect(fieldsIn(answer)).toEqual(['holidays holidays-missing']);
  expect(JSON.stringify(answer.body)).toContain('缺元旦、春节、清明、劳动节、端午、中秋、国庆');
  const nothing = await admin.post('/calendars/cn/2027?preview=true', {
    ...{ ...AMENDMENT, amends: true, makeupWorkdays: [] },
    holidays: [{ name: '纪念日', from: '2027-03-12' }],
  });
  expect(fieldsIn(nothing)).toEqual(['amends nothing-to-amend']);
});

test('a day off of one organ is asked of an organ of one’s own, changes a day, and amends nothing', async () => {
  expect(fieldsIn(await look({ ...CLOSING, organ: 'nowhere' }))).toEqual(['organ unknown-organ']);
  expect(fieldsIn(await look({ ...CLOSING, organ: 'bureau' }))).toEqual(['organ unknown-organ']);
  expect(fieldsIn(await look({ ...CLOSING, amends: true }))).toEqual(['amends organ-and-amends']);
  const known = { ...CLOSING, holidays: [{ name: '劳动节', from: '2026-05-01' }] };
  expect(fieldsIn(await look(known))).toEqual(['holidays changes-no-day']);
  const street = await api.officer('admin.street');
  expect(problemIn(await street.post('/calendars/cn/2026?preview=true', { ...CLOSING, organ: 'street' }))).toMatchObject({
    code: 'top-administrator-only',
  });
});

test('it moves the cases of that organ and of those below it, and no other', async () => {
  expect(await dues()).toEqual(['2026-03-30', '2026-03-30', '2026-03-30']);
  const impact = (await look(CLOSING)).body as CalendarImpact;
  expect(impact).toMatchObject({ cases: 2, moved: 2, organ: { code: 'district' }, failed: [] });
  expect(impact.days).toEqual([{ on: '2026-03-26', before: 'working', after: 'holiday' }]);
  expect(impact.items.map((one) => one.case.id).sort()).toEqual([cases.district, cases.street].sort());

  const { status, body } = await admin.post('/calendars/cn/2026', { ...CLOSING, confirm: CLOSING.notice });
  expect([status, body]).toEqual([
    200,
    expect.objectContaining({ version: 2, organ: expect.objectContaining({ code: 'district' }) as unknown }),
  ]);
  expect(await reckoning()).toBe(true);
  expect(await dues()).toEqual(['2026-03-30', '2026-03-31', '2026-03-31']);
  const clerk = await api.officer('clerk.street');
  const { items } = (await clerk.get(`/cases/${cases.street ?? ''}/journal`)).body as { items: JournalEntryView[] };
  expect(items.at(-1)).toMatchObject({
    ...{ type: 'CALENDAR_CHANGED', calendarVersion: 'cn-2026.1+2' },
    fact: { notice: CLOSING.notice, organ: { 'zh-CN': '云川市清河区人民政府' } },
  });
  const { years, editions } = (await admin.get('/calendars/cn')).body as CalendarRegion;
  expect(years.find(({ year }) => year === 2026)).toMatchObject({ version: 1, imported: false });
  expect(editions).toEqual([expect.objectContaining({ moved: 2, canRevert: true })]);
});

test('an application that arrives later is reckoned by the days of its organ', async () => {
  const arrived = { receipt: { channel: 'in_person', submittedOn: '2026-03-02' } };
  const [theirs, ours] = [await api.officer('clerk.street'), await api.officer('clerk.bureau')];
  expect((await open(theirs, arrived)).deadlines.finalDue).toBe('2026-03-31');
  expect((await open(ours, arrived)).deadlines.finalDue).toBe('2026-03-30');
  const outlook = async (officer: Officer): Promise<unknown> => (await officer.post('/arrivals/outlook', arrived)).body;
  expect(await outlook(theirs)).toMatchObject({ ledger: { finalDue: '2026-03-31' } });
  expect(await outlook(ours)).toMatchObject({ ledger: { finalDue: '2026-03-30' } });
});

test('an amendment lies over the year in force for everybody, and the organ keeps its day', async () => {
  const impact = (await bureau.post('/calendars/cn/2026?preview=true', { ...AMENDMENT, amends: true })).body as CalendarImpact;
  expect(impact.days).toEqual([
    { on: '2026-03-12', before: 'working', after: 'holiday' },
    { on: '2026-03-21', before: 'weekend', after: 'working' },
  ]);
  const { body } = await bureau.post('/calendars/cn/2026', { ...AMENDMENT, amends: true, confirm: AMENDMENT.notice });
  expect(body as CalendarEdition).toMatchObject({ version: 3, organ: null, moved: 0 });
  expect(await reckoning()).toBe(true);
  expect(await dues()).toEqual(['2026-03-30', '2026-03-31', '2026-03-31']);
  const days = (await bureau.get('/calendars/cn/2026')).body as { holidays: { name: string }[]; version: number };
  expect([days.version, days.holidays.map(({ name }) => name)]).toEqual([
    3,
    ['元旦', '春节', '纪念日', '清明节', '劳动节', '端午节', '中秋节', '国庆节'],
  ]);
});

test('the light in a list is that of the case, by the days of its organ', async () => {
  // Five working days are left, the day off lies among them; by the days of everybody it would be six.
  api.clock.set(localDate('2026-03-23'));
  const clerk = await api.officer('clerk.district');
  const { items } = (await clerk.get('/cases')).body as CaseList;
  expect(items.map(({ id, light }) => [id, light])).toEqual([[cases.district, 'yellow']]);
  const { byLight } = (await clerk.get('/cases/count')).body as CaseCount;
  expect(byLight).toMatchObject({ yellow: 1, green: 0 });
  const supervisor = await api.officer('supervisor.district');
  const seen = ((await supervisor.get('/cases?light=yellow')).body as CaseList).items;
  expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining([cases.district, cases.street]));
  api.clock.set(localDate('2026-03-02'));
  admin = await api.officer('admin.district');
});

test('what is for everybody is taken back by the organ that imported it; by another at the top where nobody administers that one', async () => {
  // The clock has been elsewhere: their session has ended.
  bureau = await api.officer('admin.bureau');
  const back = (officer: Officer, query = '') => officer.post(`/calendars/cn/2026/return${query}`, { reason: '录入有误' });
  const mayRevert = async (officer: Officer) =>
    ((await officer.get('/calendars/cn')).body as CalendarRegion).editions.map(({ canRevert }) => canRevert);
  for (const query of ['', '?preview=true'])
    expect(problemIn(await back(admin, query))).toMatchObject({ status: 403, code: 'calendar-of-another-organ' });
  expect([await mayRevert(admin), await mayRevert(bureau)]).toEqual([
    [false, true],
    [true, false],
  ]);
  expect((await back(bureau, '?preview=true')).status).toBe(200);
  const ends = (day: string | null) =>
    api.services.source.query(
      `UPDATE post SET valid_to = $1 WHERE role = 'admin' AND organ_id = (SELECT id FROM organ WHERE code = 'bureau')`,
      [day],
    );
  await ends('2026-03-01');
  expect((await back(admin, '?preview=true')).status).toBe(200);
  expect(await mayRevert(admin)).toEqual([true, true]);
  await ends(null);
});

test('the day of the organ is taken back by itself', async () => {
  const why = { reason: '文件已废止', organ: 'district' };
  expect((await admin.post('/calendars/cn/2026/return?preview=true', why)).body).toMatchObject({
    moved: 3,
    organ: { code: 'district' },
  });
  expect((await admin.post('/calendars/cn/2026/return', why)).body).toMatchObject({ act: 'revert', organ: { code: 'district' } });
  expect(await reckoning()).toBe(true);
  expect(await dues()).toEqual(['2026-03-30', '2026-03-30', '2026-03-30']);
  expect(problemIn(await admin.post('/calendars/cn/2026/return', why))).toMatchObject({ code: 'calendar-shipped' });
});

test('what is stored is what the journals tell, and every reminder rings in time', async () => {
  const { pool, clock } = api.services;
  const laws = lawShelf('config', api.services.laws);
  expect((await verifyReplay({ pool, laws })).differences).toEqual([]);
  expect((await verifyWatch({ pool, laws, clock })).unwatched).toEqual([]);
});

test('a file fills in the form: YAML, JSON or a table', async () => {
  const version = { version: 1, ...YEAR };
  const read = async (text: string) => (await admin.post('/calendars/reading', { text })).body;
  const said = { ...YEAR, year: 2027, source: '' };
  expect(await read(JSON.stringify({ region: 'cn', year: 2027, status: 'published', versions: [version] }))).toEqual(said);
  const table = [
    '文号,国办发明电〔2026〕9号',
    '印发,2026-11-05',
    '放假,元旦,2027-01-01,2027-01-04',
    '放假,春节,2027-02-05,2027-02-11',
    ...LATER_HOLIDAYS_OF_2027.map(({ name, from, to }) => `放假,${name},${from},${to}`),
    '上班,2027-02-20',
  ];
  expect(await read(table.join('\r\n'))).toEqual(said);
  // As a spreadsheet writes days.
  const slashed = table.map((line) => line.replace(/-0?(\d+)-0?(\d+)/g, '/$1/$2'));
  expect(slashed.at(-1)).toBe('上班,2027/2/20');
  expect(await read(slashed.join('\r\n'))).toEqual(said);
  for (const text of ['PK\u0003\u0004 not a calendar', '姓名,电话\n张三,123', '{"year": 2027}'])
    expect(fieldsIn(await admin.post('/calendars/reading', { text }))).toEqual(['text no-calendar']);
});

const wordDocument = (lines: readonly string[]) =>
  zipOf({
    'word/document.xml': `<w:document>${lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:document>`,
  });

test('the notice itself fills in the form, as text and as a Word document; what cannot be read in it is named', async () => {
  const lines = [
    '国务院办公厅关于2027年部分节假日安排的通知',
    '一、元旦：1月1日（周五）至3日（周日）放假，共3天。',
    '二、春节：2月5日至11日放假调休，共7天。2月20日（周六）上班。',
    '国务院办公厅',
    '2026年11月5日',
  ];
  const said = {
    ...{ year: 2027, issuedOn: '2026-11-05', makeupWorkdays: ['2027-02-20'] },
    holidays: [
      { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
      { name: '春节', from: '2027-02-05', to: '2027-02-11' },
    ],
  };
  expect((await admin.post('/calendars/reading', { text: lines.join('\n') })).body).toMatchObject(said);
  const docx = Buffer.from(wordDocument(lines)).toString('base64');
  expect((await admin.post('/calendars/reading', { docx })).body).toMatchObject(said);
  expect(fieldsIn(await admin.post('/calendars/reading', { text: lines.join('\n').replace('共7天', '共8天') }))).toEqual([
    'text notice-count',
  ]);
  expect(fieldsIn(await admin.post('/calendars/reading', { docx: Buffer.from('no document').toString('base64') }))).toEqual([
    'text no-calendar',
  ]);
});
