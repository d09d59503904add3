import { localDate } from '@gongkai/calendar';
import { lawShelf, verifyReplay, verifyWatch } from '@gongkai/casework';
import type {
  CalendarEdition,
  CalendarImpact,
  CalendarRegion,
  CaseView,
  JournalEntryView,
  NotificationList,
  SessionView,
  DueDaysView,
  FeedList,
} from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { YEAR_2027 as YEAR, LATER_HOLIDAYS_OF_2027 } from '../../support/next-year.js';
import { caseIn, open, step } from '../../support/applications.js';
import { expectLapsedUntold, issued, readFeed } from '../../support/calendar-programs.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';
import { reckonIn } from '../../support/reckoning.js';

const NAMES = YEAR.holidays.map(({ name }) => name);

let api: TestApi;
let beside: TestApi;
let admin: Officer;
let clerk: Officer;
let worker: Officer;
const cases: CaseView[] = [];

const opened = (officer: Officer): Promise<CaseView> =>
  open(officer, { receipt: { channel: 'in_person', submittedOn: '2026-12-10' } });
const again = async (id: string, officer = worker): Promise<CaseView> => caseIn(await officer.get(`/cases/${id}`));
const calendarEntries = async (id: string): Promise<JournalEntryView[]> => {
  const { body } = await worker.get(`/cases/${id}/journal`);
  return (body as { items: JournalEntryView[] }).items.filter(({ type }) => type === 'CALENDAR_CHANGED');
};

beforeAll(async () => {
  api = await startTestApi({ today: '2026-12-10' });
  beside = await startTestApi({ today: '2026-12-10', beside: api });
  [admin, clerk, worker] = (await Promise.all(['admin', 'clerk', 'caseworker'].map((role) => api.officer(`${role}.bureau`)))) as [
    Officer,
    Officer,
    Officer,
  ];
  for (let i = 0; i < 2; i += 1) {
    const { id } = await opened(clerk);
    await step(worker, id, { type: 'accept' });
    cases.push(await step(worker, id, { type: 'claim' }));
  }
  await open(clerk, { receipt: { channel: 'in_person', submittedOn: '2026-11-12' }, lateReason: '补登' });
});
afterAll(async () => {
  await beside.stop();
  await api.stop();
});

test('a year is imported by an administrator of the organ at the top, and by nobody else', async () => {
  for (const name of ['admin.street', 'supervisor.bureau'])
    expect(problemIn(await (await api.officer(name)).post('/calendars/cn/2027?preview=true', YEAR))).toMatchObject({
      status: 403,
      code: 'top-administrator-only',
    });
  expect((await worker.get('/calendars/cn')).body).toMatchObject({ mayImport: false });
});

test('every field that does not fit is named', async () => {
  const wrong = {
    ...YEAR,
    issuedOn: '2026-12-24',
    holidays: [
      { name: '元旦', from: '2027-01-03', to: '2027-01-01' },
      { name: '春节', from: '2026-12-31' },
      ...LATER_HOLIDAYS_OF_2027,
    ],
    makeupWorkdays: ['2027-02-19', '2026-02-21'],
  };
  expect(fieldsIn(await admin.post('/calendars/cn/2027?preview=true', wrong))).toEqual([
    'holidays.0.to ends-before-start',
    'holidays.1 outside-year',
    'makeupWorkdays.0 not-a-weekend',
    'makeupWorkdays.1 outside-year',
    'issuedOn future-date',
  ]);
  expect(
    fieldsIn(
      await admin.post('/calendars/cn/2029?preview=true', {
        ...YEAR,
        holidays: YEAR.holidays.map(({ name }) => ({
          name,
          from: `2029-01-${String(NAMES.indexOf(name) + 1).padStart(2, '0')}`,
        })),
        makeupWorkdays: [],
      }),
    ),
  ).toEqual(['year year-before-missing']);
  expect(fieldsIn(await admin.post('/calendars/cn/2027?preview=true', { ...YEAR, holidays: [] }))).toEqual(['holidays too-few']);
  const holidays = [...YEAR.holidays, { name: '春节', from: '2027-02-11', to: '2027-02-12' }];
  const twice = await admin.post('/calendars/cn/2027?preview=true', { ...YEAR, holidays });
  expect(fieldsIn(twice)).toEqual(['holidays.7 holidays-overlap']);
  expect(JSON.stringify(twice.body)).toContain('2027年2月11日（周四）已经列在“春节”里');
});

test('the preview tells which cases move from which day to which, and changes nothing', async () => {
  const entries = await api.count('journal');
  const { body } = await admin.post('/calendars/cn/2027?preview=true', YEAR);
  const impact = body as CalendarImpact;
  expect(impact).toMatchObject({ cases: 2, moved: 2, settled: 0, failed: [] });
  expect(impact.items.map(({ case: { number } }) => number)).toEqual(cases.map(({ number }) => number));
  expect(impact.items[0]?.moves).toContainEqual({
    deadline: 'finalDue',
    before: '2027-01-08',
    beforeProvisional: true,
    after: '2027-01-11',
    afterProvisional: false,
  });
  expect(impact.items.flatMap(({ moves }) => moves).filter(({ before }) => before === null)).toEqual([]);
  expect(impact.days).toContainEqual({ on: '2027-01-04', before: 'working', after: 'holiday' });
  expect(JSON.stringify(body)).not.toContain('李明远');
  // The days are those of everybody; whose cases they are stays with the organs that they are of.
  const other = (await (await api.officer('admin.district')).post('/calendars/cn/2027?preview=true', YEAR)).body;
  expect([impact.elsewhere, other]).toMatchObject([0, { cases: 2, moved: 2, items: [], elsewhere: 2 }]);
  expect(await api.count('journal')).toBe(entries);
  expect((await again(cases[0]?.id ?? '')).deadlines.finalDue).toBeNull();
});

test('whoever approves types the number of the document a second time', async () => {
  for (const confirm of [undefined, '国办发明电〔2026〕6号'])
    expect(fieldsIn(await admin.post('/calendars/cn/2027', { ...YEAR, confirm }))).toEqual(['confirm not-the-notice']);
  const { status, body } = await admin.post('/calendars/cn/2027', { ...YEAR, confirm: YEAR.notice });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    edition: 1,
    act: 'approve',
    year: 2027,
    version: 1,
    notice: YEAR.notice,
    moved: 0,
    finishedAt: null,
  });
});

test('from then on every process reckons by it, whichever approved it', async () => {
  const other = await beside.officer('clerk.bureau');
  expect((await opened(other)).deadlines.finalDue).toBe('2027-01-11');
  expect((await other.get('/calendars/cn/2027')).body).toMatchObject({ status: 'published', notice: YEAR.notice });
  const outside = { receipt: { channel: 'in_person', submittedOn: '2026-12-10' }, events: [] };
  expect((await other.post('/deadlines', outside)).body).toMatchObject({ finalDue: '2027-01-11' });
  expect(
    problemIn(await admin.post('/calendars/cn/2027', { ...YEAR, notice: '另一份', issuedOn: '2026-12-01', confirm: '另一份' })),
  ).toMatchObject({
    code: 'calendar-running',
  });
});

test('while cases are being reckoned nobody is told what another change would move', async () => {
  for (const asked of [
    admin.post('/calendars/cn/2027?preview=true', YEAR),
    admin.post('/calendars/cn/2027/return?preview=true', { reason: '看看' }),
  ])
    expect(problemIn(await asked)).toMatchObject({ code: 'calendar-running' });
});

test('open cases are reckoned anew: an entry in each journal, one line to each person, nothing twice', async () => {
  expect(await reckonIn(api)).toBe(true);
  const { user: importer } = (await admin.get('/session')).body as SessionView;
  for (const { id } of cases) {
    expect((await again(id)).deadlines).toMatchObject({ finalDue: '2027-01-11', replyDue: '2027-01-11' });
    const [entry, ...others] = await calendarEntries(id);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      actor: 'clock',
      fact: { year: 2027, notice: YEAR.notice, changedBy: importer.id },
      calendarVersion: 'cn-2026.1 cn-2027.1',
    });
    expect((await again(id)).people).toMatchObject({ [importer.id]: importer.name });
  }
  const { items } = (await worker.get('/notifications')).body as NotificationList;
  expect(items.filter(({ news }) => news === 'calendar-changed')).toEqual([
    expect.objectContaining({ cases: 2, case: expect.objectContaining({ id: cases[0]?.id }) as unknown }),
  ]);
  const entries = await api.count('journal');
  expect(await reckonIn(api)).toBe(true);
  expect(await api.count('journal')).toBe(entries);
});

test('what was done is on record: who, by which document, which cases', async () => {
  const { editions, years } = (await admin.get('/calendars/cn')).body as CalendarRegion;
  expect(editions).toEqual([
    expect.objectContaining({ moved: 2, failed: 0, canRevert: true, finishedAt: expect.any(String) as string }),
  ]);
  expect(years.find(({ year }) => year === 2027)).toMatchObject({ status: 'published', version: 1, imported: true });
  const { body } = await admin.get('/calendars/editions/1');
  expect((body as CalendarImpact).items).toHaveLength(2);
  const { body: log } = await admin.get('/admin/log');
  expect(log).toHaveProperty(
    'items.0',
    expect.objectContaining({ action: 'calendar-approved', after: expect.objectContaining({ notice: YEAR.notice }) as unknown }),
  );
});

test('a month tells what falls due on each day, as many as the list of that day has', async () => {
  const supervisor = await api.officer('supervisor.bureau');
  const { days } = (await supervisor.get('/due-days?month=2027-01')).body as DueDaysView;
  expect(days).toHaveLength(35);
  expect(days[0]).toMatchObject({ date: '2026-12-28', kind: 'working', total: 0 });
  expect(days.find(({ date }) => date === '2027-01-04')).toMatchObject({ kind: 'holiday', holiday: '元旦', total: 0 });
  const busy = days.find(({ date }) => date === '2027-01-11');
  expect(busy).toMatchObject({ kind: 'working', total: 3 });
  const { body } = await supervisor.get(`/cases/count?${new URLSearchParams(busy?.filters).toString()}`);
  expect(body).toMatchObject({ total: 3 });
  const mine = (await worker.get('/due-days?month=2027-01&person=me')).body as DueDaysView;
  expect(mine.days.find(({ date }) => date === '2027-01-11')?.total).toBe(2);
  expect(fieldsIn(await worker.get('/due-days?month=2017-13'))).toEqual(['month wrong-format']);
});

describe('a calendar program', () => {
  const read = (url: string) => readFeed(api, url);
  test('reads deadlines at a secret address: number and name, nothing of applicants', async () => {
    const url = await issued(worker, 'person');
    const { status, headers, text } = await read(url);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text.split('BEGIN:VEVENT').filter((event) => event.includes('答复期限'))).toHaveLength(2);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${cases[0]?.number ?? ''} 答复期限`);
    expect(text).not.toMatch(/李明远|台账/);
    const kept = await api.services.source.query<{ secret_hash: string }[]>('SELECT secret_hash FROM calendar_feed');
    expect(url).not.toContain(kept[0]?.secret_hash);
  });

  test('finds nothing once the address was made anew, or ended; both are on record', async () => {
    const [old, present] = [await issued(worker, 'person'), await issued(worker, 'person')];
    expect([(await read(old)).status, (await read(present)).status]).toEqual([404, 200]);
    const { items } = (await worker.get('/feeds')).body as FeedList;
    expect(items).toEqual([expect.objectContaining({ scope: 'person', lastUsedAt: expect.any(String) as string })]);
    expect((await worker.send(`/feeds/${items[0]?.id ?? ''}`, { method: 'DELETE' })).status).toBe(204);
    expect((await read(present)).status).toBe(404);
    expect((await worker.send(`/feeds/${items[0]?.id ?? ''}`, { method: 'DELETE' })).status).toBe(404);
    const { body: log } = await admin.get('/admin/log');
    expect(log).toHaveProperty('items.0', expect.objectContaining({ action: 'feed-revoked', after: { scope: 'person' } }));
  });

  test('is told of what lapses until a week after its day, and of what is owed until it is done', async () => {
    const url = await issued(worker, 'person');
    const told = async (on: string): Promise<boolean[]> => {
      api.clock.set(localDate(on));
      const { text } = await read(url);
      return ['补正告知期限', '答复期限'].map((name) => text.includes(name));
    };
    expect(await told('2026-12-22')).toEqual([true, true]);
    expect(await told('2026-12-31')).toEqual([false, true]);
    expect(await told('2027-02-01')).toEqual([false, true]);
    api.clock.set(localDate('2026-12-10'));
  });

  test('reads those of an organ by an address of who watches over it', async () => {
    expect(problemIn(await worker.post('/feeds', { scope: 'organ' }))).toMatchObject({ code: 'role-missing' });
    const { text } = await read(await issued(await api.officer('supervisor.bureau'), 'organ'));
    expect(text.split('BEGIN:VEVENT').filter((event) => event.includes('答复期限')).length).toBeGreaterThan(2);
    expect((await read(`${api.url}/api/v1/feeds/guessed`)).status).toBe(404);
  });
});

test('of an extended case the impact tells the provisional day too, under every name of the deadline', async () => {
  const id = cases[1]?.id ?? '';
  await step(worker, id, { type: 'proposeExtension', workingDays: 10, reason: '查找量大' });
  await step(await api.officer('approver.bureau'), id, { type: 'approveExtension' });
  const { items } = (await admin.post('/calendars/cn/2027/return?preview=true', { reason: '误录' })).body as CalendarImpact;
  const moves = items.find((one) => one.case.id === id)?.moves ?? [];
  const final = moves.find(({ deadline }) => deadline === 'finalDue');
  expect(final).toMatchObject({ beforeProvisional: false, after: expect.any(String) as string, afterProvisional: true });
  expect(moves).toContainEqual({ ...final, deadline: 'extendedDue' });
});

test('an imported year is taken back with its reason; its number is never used again', async () => {
  expect((await admin.post('/calendars/cn/2027/return?preview=true', { reason: '误录' })).body).toMatchObject({ moved: 3 });
  expect((await admin.post('/calendars/cn/2027/return', { reason: '误录' })).body).toMatchObject({
    edition: 2,
    act: 'revert',
    reason: '误录',
  });
  expect(await reckonIn(api)).toBe(true);
  expect((await again(cases[0]?.id ?? '')).deadlines).toMatchObject({ finalDue: null, provisionalFinalDue: '2027-01-08' });
  expect(await calendarEntries(cases[0]?.id ?? '')).toHaveLength(2);
  expect(problemIn(await admin.post('/calendars/cn/2027/return', { reason: '误录' }))).toMatchObject({
    code: 'calendar-shipped',
  });
  const { body } = await admin.post('/calendars/cn/2027', { ...YEAR, confirm: YEAR.notice });
  expect(body as CalendarEdition).toMatchObject({ edition: 3, version: 2 });
  expect(await reckonIn(api)).toBe(true);
});

test('what is stored is what the journals tell, and every reminder rings in time', async () => {
  const { pool, clock } = api.services;
  const laws = lawShelf('config', api.services.laws);
  expect((await verifyReplay({ pool, laws })).differences).toEqual([]);
  expect((await verifyWatch({ pool, laws, clock })).unwatched).toEqual([]);
});

test('a calendar program is told of an answer until its period has lapsed, and of no consultation that is closed', () =>
  expectLapsedUntold(api, { clerk, worker }));
