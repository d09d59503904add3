import { localDate } from '@gongkai/calendar';
import { lawShelf, migrateMachine, verifyReplay, verifyWatch } from '@gongkai/casework';
import type { CalendarImpact, CaseList, CaseView, JournalEntryView, NotificationList } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { caseIn, open, step } from '../../support/applications.js';
import { YEAR_2027 as YEAR } from '../../support/next-year.js';
import type { Officer } from '../../support/officer.js';
import { reckonIn } from '../../support/reckoning.js';

/** What was answered before a calendar changes: its clock has ended, and what runs beside it goes on. */
const NAMES = ['running', 'withdrawn', 'answered', 'filed', 'challenged'] as const;
type Name = (typeof NAMES)[number];

let api: TestApi;
const officers: Record<string, Officer> = {};
const cases = {} as Record<Name, string>;

const officer = async (role: string): Promise<Officer> => {
  officers[role] ??= await api.officer(`${role}.bureau`);
  return officers[role];
};
const take = async (role: string, id: string, command: Readonly<Record<string, unknown>>): Promise<CaseView> =>
  step(await officer(role), id, command);
const opened = async (): Promise<CaseView> =>
  open(await officer('clerk'), { receipt: { channel: 'in_person', submittedOn: '2026-12-10' } });

/** Answered at the counter on the day it came. */
async function answered(): Promise<string> {
  const { id, items } = await opened();
  await take('caseworker', id, { type: 'accept' });
  await take('caseworker', id, { type: 'claim' });
  await take('caseworker', id, { type: 'recordSearch', where: '档案室', words: '拆除', result: '未找到' });
  await take('caseworker', id, { type: 'decideItem', itemId: items[0]?.id, code: 'not_existing' });
  await take('caseworker', id, { type: 'submitForApproval' });
  await take('approver', id, { type: 'approve' });
  await take('approver', id, { type: 'signReply' });
  await take('caseworker', id, { type: 'dispatch', mode: 'in_person', signedBy: '本人' });
  return id;
}

const admin = () => officer('admin');
const journalOf = async (name: Name): Promise<JournalEntryView[]> => {
  const { body } = await (await officer('caseworker')).get(`/cases/${cases[name]}/journal?limit=100`);
  return (body as { items: JournalEntryView[] }).items;
};
const lengths = async (): Promise<Record<string, number>> => {
  const all: Record<string, number> = {};
  for (const name of NAMES) all[name] = (await journalOf(name)).length;
  return all;
};
/** The clock of a case as it is shown: in the case, in its ledger, in the list. */
async function shown(name: Name): Promise<unknown[]> {
  const worker = await officer('caseworker');
  const { deadlines } = caseIn(await worker.get(`/cases/${cases[name]}`));
  const ledger = (await worker.get(`/cases/${cases[name]}/ledger`)).body as CaseView['deadlines'];
  const { items } = (await worker.get('/cases?limit=100')).body as CaseList;
  const row = items.find(({ id }) => id === cases[name]);
  return [
    deadlines.finalDue ?? deadlines.provisionalFinalDue,
    ledger.finalDue ?? ledger.provisionalFinalDue,
    row?.finalDue ?? row?.provisional,
  ];
}
const named = ({ items }: CalendarImpact): string[] => items.map((one) => one.case.id).sort();
const ids = (...names: Name[]): string[] => names.map((name) => cases[name]).sort();
const reckoning = () => reckonIn(api);
const sound = async (): Promise<unknown> => {
  const { pool, clock } = api.services;
  const laws = lawShelf('config', api.services.laws);
  const { differences } = await verifyReplay({ pool, laws });
  const { unwatched } = await verifyWatch({ pool, laws, clock });
  const { migrated } = await migrateMachine({ pool, laws, clock });
  return { differences, unwatched, migrated };
};

beforeAll(async () => {
  api = await startTestApi({ today: '2026-12-10' });
  cases.running = (await opened()).id;
  await take('caseworker', cases.running, { type: 'accept' });
  await take('caseworker', cases.running, { type: 'claim' });
  cases.withdrawn = (await opened()).id;
  await take('caseworker', cases.withdrawn, { type: 'withdraw', how: '来电' });
  cases.answered = await answered();
  cases.filed = await answered();
  cases.challenged = await answered();
  for (const name of ['filed', 'challenged'] as const)
    await take('archivist', cases[name], {
      type: 'file',
      unproven: 'the slips lie in the paper folder',
      unkept: 'the letters lie there as well',
    });
  // So late that our answer is due in the next year.
  api.clock.set(localDate('2026-12-18'));
  for (const role of Object.keys(officers)) officers[role] = await api.officer(`${role}.bureau`);
  await take('caseworker', cases.challenged, { type: 'recordReconsiderationCopy', track: 'ordinary' });
});
afterAll(() => api.stop());

test('the preview names the cases in which something still runs, and no other', async () => {
  const { body } = await (await admin()).post('/calendars/cn/2027?preview=true', YEAR);
  const impact = body as CalendarImpact;
  expect(named(impact)).toEqual(ids('running', 'answered', 'challenged'));
  const movesOf = (name: Name): string[] =>
    impact.items.find((one) => one.case.id === cases[name])?.moves.map(({ deadline }) => deadline.split(':')[0] ?? '') ?? [];
  expect(movesOf('running')).toContain('finalDue');
  // Its reply has left: what is named are the periods of the applicant.
  expect(movesOf('answered').sort()).toEqual(['reconsiderationUntil', 'suitUntil']);
  // Filed, and before the other organ: our answer is what still runs.
  expect(movesOf('challenged')).toContain('reconsiderationAnswerDue');
  expect(movesOf('challenged')).not.toContain('finalDue');
  expect(movesOf('challenged')).not.toContain('suitUntil');
});

test('exactly these are written to; an ended clock keeps the days it ended by, wherever it is shown', async () => {
  const [before, was] = [await lengths(), await Promise.all(NAMES.map(shown))];
  expect(was[0]).toEqual(Array(3).fill('2027-01-08'));
  await (await admin()).post('/calendars/cn/2027', { ...YEAR, confirm: YEAR.notice });
  expect(await reckoning()).toBe(true);
  const after = await lengths();
  const written = NAMES.filter((name) => after[name] !== before[name]);
  expect(written).toEqual(['running', 'answered', 'challenged']);
  const now = await Promise.all(NAMES.map(shown));
  expect(now[0]).toEqual(Array(3).fill('2027-01-11'));
  expect(now.slice(1)).toEqual(was.slice(1));
  expect(await sound()).toEqual({ differences: [], unwatched: [], migrated: 0 });
});

test('a day that only the ended clock would have counted moves nothing', async () => {
  const amendment = {
    ...{ notice: '国办发明电〔2026〕11号', issuedOn: '2026-12-10', amends: true, makeupWorkdays: [] },
    holidays: [{ name: '纪念日', from: '2026-12-31' }],
  };
  const { body } = await (await admin()).post('/calendars/cn/2026?preview=true', amendment);
  expect(named(body as CalendarImpact)).toEqual(ids('running', 'challenged'));
});

test('taken back, the same cases move back, and each person reads what was done, not twice the same', async () => {
  const before = await lengths();
  const back = (await (await admin()).post('/calendars/cn/2027/return?preview=true', { reason: '误录' })).body as CalendarImpact;
  expect(named(back)).toEqual(ids('running', 'answered', 'challenged'));
  await (await admin()).post('/calendars/cn/2027/return', { reason: '误录' });
  expect(await reckoning()).toBe(true);
  const after = await lengths();
  expect(NAMES.filter((name) => after[name] !== before[name])).toEqual(['running', 'answered', 'challenged']);
  expect(await sound()).toEqual({ differences: [], unwatched: [], migrated: 0 });
  const { items } = (await (await officer('caseworker')).get('/notifications')).body as NotificationList;
  const told = items.flatMap(({ news }) => (news?.startsWith('calendar-') ? [news] : []));
  expect(told.sort()).toEqual(['calendar-changed', 'calendar-returned']);
});

test('what is done in a filed case after that says by which days it is reckoned, and is sound', async () => {
  await take('caseworker', cases.filed, { type: 'note', text: '归档后补记' });
  expect(await shown('filed')).toEqual(Array(3).fill('2027-01-08'));
  expect(await sound()).toEqual({ differences: [], unwatched: [], migrated: 0 });
});
