import { EVERYTHING, withSight } from '@gongkai/platform';
import { localDate } from '@gongkai/calendar';
import { AlarmClock } from '@gongkai/casework';
import type { AnswersByLink, CaseView, JournalPage } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { caseIn, open, step } from '../../support/applications.js';
import { postJson, problemIn, type Officer } from '../../support/officer.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-03-02' });
});
afterAll(() => api.stop());

const as = (role: string): Promise<Officer> => api.officer(`${role}.bureau`);
const journalOf = async (id: string) => ((await (await as('caseworker')).get(`/cases/${id}/journal`)).body as JournalPage).items;
const ring = () => withSight(EVERYTHING, () => new AlarmClock({ ...api.services, clock: api.clock }).ring());

/** Asked and served on 2 March: it can be answered by the link until 23 March. */
async function asked(): Promise<{ view: CaseView; letter: string; says: (answer: string) => Promise<number> }> {
  api.clock.set(localDate('2026-03-02'));
  const { id, items } = await open(await as('clerk'), { receipt: { channel: 'in_person', submittedOn: '2026-03-02' } });
  await step(await as('caseworker'), id, { type: 'accept' });
  await step(await as('caseworker'), id, { type: 'decideItem', itemId: items[0]?.id, code: 'granted' });
  const { consultations } = await step(await as('caseworker'), id, { type: 'askThirdParty', party: '己公司' });
  const letter = consultations[0]?.id ?? '';
  const view = await step(await as('caseworker'), id, { type: 'recordService', consultationId: letter, how: '签收' });
  const entry = (await journalOf(id)).find(({ type }) => type === 'CONSULTATION')?.id ?? '';
  const token = new URL(api.services.links.addressOf(entry)).searchParams.get('token') ?? '';
  const by = { by: '王经理', grounds: '商业秘密' };
  const says = async (answer: string) =>
    (await postJson(`${api.url}/api/v1/public/consultations/answer`, { token, answer, ...by })).status;
  return { view, letter, says };
}
const viewOf = async (id: string) => caseIn(await (await as('caseworker')).get(`/cases/${id}`));

test('a refusal by link in time is no silence, however long nobody takes it down', async () => {
  const { view, letter, says } = await asked();
  api.clock.set(localDate('2026-03-10'));
  expect(await says('refuse')).toBe(200);
  const came = await viewOf(view.id);
  expect(came.consultations).toMatchObject([{ cameOn: '2026-03-10', answeredOn: null, isAwaited: false }]);
  expect(came.deadlines.finalDue).not.toBe(view.deadlines.finalDue);
  api.clock.set(localDate('2026-04-10'));
  expect(await ring()).toMatchObject({ failed: [] });
  expect((await journalOf(view.id)).map(({ type }) => type)).not.toContain('CONSULTATION_LAPSED');
  const caseworker = await as('caseworker');
  const again = { type: 'decideItem', itemId: view.items[0]?.id, code: 'granted' };
  expect(problemIn(await caseworker.post(`/cases/${view.id}/commands`, again)).code).toBe('answer-waits');
  const refuse = { type: 'recordAnswer', consultationId: letter, answer: 'refuse', grounds: '商业秘密' };
  const taken = await step(caseworker, view.id, refuse);
  expect(taken.consultations).toMatchObject([{ answeredOn: '2026-03-10', givenOutOver: [view.items[0]?.id] }]);
  expect(taken.consultations[0]).not.toHaveProperty('cameOn');
  expect(taken.deadlines.finalDue).toBe(came.deadlines.finalDue);
});

test('what was dismissed was no answer, until it is taken back', async () => {
  const { view, says } = await asked();
  expect(await says('agree')).toBe(200);
  const { items } = (await (await as('caseworker')).get(`/cases/${view.id}/answers`)).body as AnswersByLink;
  const act = async (body: object) =>
    expect((await (await as('clerk')).post(`/incoming/${String(items[0]?.incomingId)}/acts`, body)).status).toBe(200);
  await act({ type: 'dismiss', reason: '不是己公司的人' });
  const dismissed = await viewOf(view.id);
  expect(dismissed.consultations[0]).not.toHaveProperty('cameOn');
  expect(dismissed.deadlines.finalDue).toBe(view.deadlines.finalDue);
  await act({ type: 'restore' });
  expect((await viewOf(view.id)).consultations).toMatchObject([{ cameOn: '2026-03-02' }]);
  await act({ type: 'dismiss', reason: '还是不是' });
  api.clock.set(localDate('2026-03-24'));
  await ring();
  expect((await journalOf(view.id)).map(({ type }) => type)).toContain('CONSULTATION_LAPSED');
});

test('one that came before cases were told is noted before anything lapses', async () => {
  const { view, says } = await asked();
  const handleAll = api.services.desk.handleAll.bind(api.services.desk);
  Object.assign(api.services.desk, { handleAll: () => Promise.resolve(['busy']) });
  expect(await says('refuse')).toBe(200);
  Object.assign(api.services.desk, { handleAll });
  expect((await viewOf(view.id)).consultations[0]).not.toHaveProperty('cameOn');
  api.clock.set(localDate('2026-04-10'));
  await ring();
  expect((await viewOf(view.id)).consultations).toMatchObject([{ cameOn: '2026-03-02' }]);
  expect((await journalOf(view.id)).map(({ type }) => type)).not.toContain('CONSULTATION_LAPSED');
});
