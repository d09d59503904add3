import type { DashboardView, DueDaysView, IssuedFeed, RecordCorrections, SessionView } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

test('what is waited for stands on its day beside the replies, for who sees the case', async () => {
  const worker = await api.officer('caseworker.bureau');
  const { id } = await open(await api.officer('clerk.bureau'));
  await step(worker, id, { type: 'accept' });
  await step(worker, id, { type: 'claim' });
  const { id: person } = ((await (await api.officer('reviewer.bureau')).get('/session')).body as SessionView).user;
  await step(worker, id, { type: 'askUnit', unit: '档案科', person, task: '查找', workingDays: 3 });
  const told = async (who: string) => {
    const { days } = (await (await api.officer(who)).get('/due-days?month=2026-03')).body as DueDaysView;
    return days.flatMap(({ date, others }) => others.map((one) => [date, one.case.id, one.deadline.split(':')[0]]));
  };
  // By hand: three working days after Monday 2 March.
  expect(await told('supervisor.bureau')).toContainEqual(['2026-03-05', id, 'unitDue']);
  expect(await told('supervisor.street')).toEqual([]);
});

test('a request to correct a record is due on its day, in feeds, and counted with its list (REG 41)', async () => {
  const clerk = await api.officer('clerk.bureau');
  const asked = { applicant: { name: '吴敏', address: '团结湖路5号' }, record: '登记表', wrong: '12平方米', wanted: '8平方米' };
  const entry = { ...asked, channel: 'in_person', receivedOn: '2026-03-02', proof: '证明原件', fileIds: [] };
  expect((await clerk.post('/record-corrections', entry)).status).toBe(201);
  const told = async (who: string, query = '') => {
    const { days } = (await (await api.officer(who)).get(`/due-days?month=2026-03${query}`)).body as DueDaysView;
    return days.flatMap(({ date, records }) => records.map(({ number }) => [date, number]));
  };
  // Twenty working days after Monday 2 March.
  const due = ['2026-03-30', '城管依申请更〔2026〕1号'];
  const supervisors = await Promise.all(
    ['supervisor.bureau', 'supervisor.district', 'supervisor.street'].map((who) => told(who)),
  );
  expect(supervisors).toEqual([[due], [], []]);
  expect([await told('caseworker.bureau', '&person=me'), await told('reviewer.bureau')]).toEqual([[], []]);

  const counted = async (who: string, query = '') =>
    ((await (await api.officer(who)).get(`/dashboard${query}`)).body as DashboardView).records;
  const of = async (who: string, query = '') => {
    const { total, filters } = (await counted(who, query)) ?? { total: null, filters: {} };
    const list = await (await api.officer(who)).get(`/record-corrections?${new URLSearchParams(filters).toString()}`);
    expect((list.body as RecordCorrections).items).toHaveLength(total ?? 0);
    return total;
  };
  expect([await of('supervisor.bureau'), await of('supervisor.bureau', '?unit=street')]).toEqual([1, 0]);
  expect([await of('supervisor.bureau', '?organ=bureau'), await counted('supervisor.bureau', '?person=none')]).toEqual([1, null]);

  const feed = async (who: string, scope: string) => {
    const { url } = (await (await api.officer(who)).post('/feeds', { scope, language: 'zh-CN' })).body as IssuedFeed;
    return (await fetch(new URL(new URL(url).pathname, api.url))).text();
  };
  const isTold = async (who: string, scope: string) => (await feed(who, scope)).includes('更〔2026〕1号');
  expect([await isTold('supervisor.bureau', 'organ'), await isTold('caseworker.bureau', 'person')]).toEqual([true, true]);
  // The next step is the caseworker's.
  expect([await isTold('approver.bureau', 'person'), await isTold('reviewer.bureau', 'person')]).toEqual([false, false]);
});
