import { localDate } from '@gongkai/calendar';
import type { AccessPage, RootReport } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { problemIn, type Officer } from '../../support/officer.js';

let api: TestApi;
let auditor: Officer;
let one: { readonly id: string; readonly number: string };
beforeAll(async () => {
  api = await startTestApi();
  one = await open(await api.officer('clerk.bureau'));
  auditor = await api.officer('auditor.bureau');
});
afterAll(() => api.stop());

const asked = async (query = '', who = auditor): Promise<AccessPage> =>
  (await who.get(`/audit/accesses${query}`)).body as AccessPage;

test('who reads a case is written down before it is told, once a day, whichever part of it they read', async () => {
  const caseworker = await api.officer('caseworker.bureau');
  const parts = ['', '/journal', '/documents', ''].map((part) => caseworker.get(`/cases/${one.id}${part}`));
  expect((await Promise.all(parts)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await caseworker.get('/cases/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  const { items } = await asked(`?person=caseworker.bureau`);
  expect(items).toMatchObject([{ kind: 'case-read', subject: { id: one.id, name: one.number }, reason: null }]);
  api.clock.set(localDate('2026-03-03'));
  await (await api.officer('caseworker.bureau')).get(`/cases/${one.id}`);
  auditor = await api.officer('auditor.bureau');
  expect((await asked(`?person=caseworker.bureau`)).total).toBe(2);
  expect((await asked(`?person=caseworker.bureau&from=2026-03-03`)).items.map(({ at }) => at.slice(0, 10))).toEqual([
    '2026-03-03',
  ]);
  expect((await asked(`?person=caseworker.bureau&to=2026-03-02`)).total).toBe(1);
});

test('looks with a reason stand in it too, are found by number and kind, page by page, and so does the reading itself', async () => {
  const legal = await api.officer('legal.bureau');
  await legal.post(`/cases/${one.id}/applicant/looks`, { reason: '核对身份' });
  const query = `?case=${encodeURIComponent(one.number)}&kind=id-number-seen`;
  expect((await asked(query)).items).toMatchObject([{ subject: { name: one.number }, reason: '核对身份' }]);
  const all = await asked('?limit=200');
  const pages: AccessPage['items'] = [];
  const totals: AccessPage['total'][] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: AccessPage = await asked(`?to=2026-03-03&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
    pages.push(...page.items);
    totals.push(page.total);
    cursor = page.nextCursor;
  }
  // The first look of the pages stands before what they list.
  expect(pages.slice(1)).toEqual(all.items);
  expect([all.total, all.atLeast]).toEqual([all.items.length, false]);
  // Counted once, for the first page.
  expect(new Set(totals.slice(1))).toEqual(new Set([null]));
  expect(all.items[0]).toMatchObject({ kind: 'access-log-read', actor: { name: expect.any(String) as string } });
  expect(problemIn(await auditor.get('/audit/accesses?cursor=x')).fields).toMatchObject([{ path: 'cursor' }]);
});

test('it is for auditors alone, each in their sight', async () => {
  const codes = ['admin.bureau', 'supervisor.bureau', 'caseworker.bureau'].map(
    async (name) => problemIn(await (await api.officer(name)).get('/audit/accesses')).code,
  );
  expect(await Promise.all(codes)).toEqual(['role-missing', 'role-missing', 'role-missing']);
  const clerk = await api.officer('clerk.street');
  const two = await open(clerk);
  await clerk.get(`/cases/${two.id}`);
  await clerk.get(`/cases/${one.id}`);
  const street = await asked('?kind=case-read&limit=200', await api.officer('auditor.district'));
  const own = await asked('?kind=case-read&limit=200');
  expect(own.items.every(({ subject }) => subject.id === one.id)).toBe(true);
  expect(street.items).toMatchObject([{ subject: { id: two.id } }]);
});

test('who fetches a file of a case has read the case, also who never opened it', async () => {
  const clerk = await api.officer('clerk.bureau');
  const paper = new File(['%PDF-1.4 envelope'], '信封.pdf', { type: 'application/pdf' });
  const { id } = (await clerk.upload('/files', paper)).body as { id: string };
  const legal = await api.officer('legal.bureau');
  const three = await open(clerk);
  const seen = async (): Promise<AccessPage['items']> =>
    (await asked(`?person=legal.bureau&kind=case-read&case=${encodeURIComponent(three.number)}`)).items;
  expect((await legal.get(`/files/${id}`)).status).toBe(200);
  expect(await seen()).toEqual([]);
  await step(clerk, three.id, { type: 'note', text: '信封原件', fileIds: [id] });
  expect((await legal.get(`/files/${id}`)).status).toBe(200);
  expect(await seen()).toMatchObject([{ subject: { id: three.id } }]);
});

test('it cannot be changed, and is signed with its day', async () => {
  const { source } = api.services;
  await expect(source.query(`UPDATE access_log SET subject_name = 'x'`)).rejects.toThrow(/only added to/);
  await expect(source.query('DELETE FROM access_log')).rejects.toThrow(/only added to/);
  api.clock.set(localDate('2026-03-04'));
  auditor = await api.officer('auditor.bureau');
  await auditor.get('/audit/roots');
  await source.transaction(async (manager) => {
    await manager.query(`SELECT set_config('app.falsify_journal', 'on', true)`);
    await manager.query(`DELETE FROM access_log WHERE on_day = '2026-03-02'`);
  });
  const { brokenRoots } = (await auditor.get('/audit/roots/verify')).body as RootReport;
  expect(brokenRoots).toMatchObject([{ day: '2026-03-02', problem: 'gone', entry: { kind: 'access' } }]);
});
