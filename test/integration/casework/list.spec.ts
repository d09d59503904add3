import { addDays, localDate, type LocalDate } from '@gongkai/calendar';
import {
  CaseCountFilters,
  CaseFilters,
  LIGHTS,
  parseInput,
  type CaseFiltersInput,
  type CaseRow,
  type NewApplication,
} from '@gongkai/contracts';
import { atTheCounter, Office, refusalOf } from './office.js';

const day = localDate;
let office: Office;
beforeAll(async () => {
  office = await Office.open();
  await aVariedYear();
});
afterAll(() => office.close());
beforeEach(() => office.on('2026-04-01'));

const list = (filters: CaseFiltersInput = {}, by = 'supervisor.district') =>
  office.queries.list(office.person(by), parseInput(CaseFilters, { limit: 200, ...filters }));
const subjectsOf = async (filters: CaseFiltersInput, by?: string): Promise<string[]> =>
  (await list(filters, by)).items.map(({ subject }) => subject);

const about = (subject: string, name = '沈致远', more: Partial<NewApplication> = {}): NewApplication => ({
  ...atTheCounter('2026-03-02', more),
  applicant: { kind: 'natural_person', category: 'natural_person', name },
  items: [{ description: subject }, { description: '附件' }],
});

/** Cases in many situations, in two organs. */
async function aVariedYear(): Promise<void> {
  for (let i = 0; i < 12; i += 1) {
    const received = addDays(day('2026-03-02'), i);
    office.on(received);
    const receipt = { channel: 'in_person' as const, submittedOn: received };
    await office.log(about(`街道第${i}件`, '王伟华', { receipt }), 'clerk.street');
  }
  office.on('2026-03-02');
  await office.log(
    about('平信一件', '李芳', { receipt: { channel: 'ordinary_mail', arrivedOn: day('2026-03-02') } }),
    'clerk.district',
  );
  const misaddressed = { channel: 'ems' as const, signedOn: day('2026-03-02'), misaddressed: true as const };
  await office.log(about('寄错科室', '李芳娜', { receipt: misaddressed }), 'clerk.district');
  const consulted = await started('征求意见');
  const asked = await office.step(consulted, 'caseworker.district', { type: 'askThirdParty', party: '某公司' });
  await office.step(consulted, 'caseworker.district', {
    type: 'recordService',
    consultationId: asked.consultations[0]?.id ?? '',
    how: 'EMS',
  });
  await office.step(await started('送保密局'), 'caseworker.district', { type: 'askSecrecyAuthority', party: '保密局' });
  const corrected = await started('等待补正');
  const noticed = await office.step(corrected, 'caseworker.district', { type: 'sendCorrectionNotice', missing: '年度' });
  await office.step(corrected, 'clerk.district', { type: 'recordService', noticeId: noticed.notices[0]?.id ?? '', how: 'EMS' });
  await office.step(await started('已撤回'), 'caseworker.district', { type: 'withdraw', how: '来函' });
  await office.step(await started('有人办的'), 'caseworker.district', { type: 'claim' });
}

async function started(subject: string): Promise<string> {
  const { id } = await office.log(about(subject), 'clerk.district');
  await office.step(id, 'caseworker.district', { type: 'accept' });
  return id;
}

describe('lights', () => {
  const days = ['2026-03-20', '2026-03-23', '2026-03-30', '2026-03-31', '2026-04-01', '2026-04-20', '2026-12-30', '2027-01-18'];
  test.each(days)('on %s each case is found by the light it shows, and counted by it', async (today) => {
    office.on(today);
    const { items } = await list();
    expect(items).toHaveLength(19);
    const person = office.person('supervisor.district');
    const { byLight, total } = await office.queries.dashboard(person);
    for (const light of LIGHTS) {
      const shining = items.filter((row) => row.light === light);
      expect((await list({ light })).items.map(({ id }) => id)).toEqual(shining.map(({ id }) => id));
      expect(byLight[light]).toBe(shining.filter(({ state }) => state !== 'closed').length);
    }
    expect(total).toBe(items.filter(({ state }) => state !== 'closed').length);
    // A number is its list: what the dashboard counts is exactly what the filter for open cases finds.
    expect((await list({ open: 'true' })).items).toHaveLength(total);
    expect((await list({ open: 'false' })).items).toHaveLength(items.length - total);
  });

  test('are told by working days left: red to one, yellow to five', async () => {
    office.on('2026-04-07');
    const left = Object.fromEntries(
      (await list({ organ: 'street' })).items.map(({ daysLeft, light }) => [String(daysLeft), light]),
    );
    expect(left).toMatchObject({ '-5': 'overdue', '-1': 'overdue', '0': 'red', '1': 'red', '3': 'yellow' });
  });

  test('a consultation stops until the last day for its answer, even where nobody recorded the lapse', async () => {
    const lightOn = async (today: string): Promise<string | undefined> => {
      office.on(today);
      return (await list({ q: '征求意见' })).items[0]?.light;
    };
    expect(await lightOn('2026-03-23')).toBe('stopped');
    expect(await lightOn('2026-03-24')).toBe('green');
  });
});

describe('filters', () => {
  const everyone = 19;
  test.each<[CaseFiltersInput, number]>([
    [{}, everyone],
    [{ organ: 'street' }, 12],
    [{ organ: 'district' }, everyone],
    [{ organ: 'bureau' }, 0],
    [{ state: ['unconfirmed'] }, 2],
    [{ state: 'received,awaiting_correction' }, 13],
    [{ channel: 'ems,ordinary_mail' }, 2],
    [{ assignee: 'none' }, 18],
    [{ waiting: 'consultation' }, 2],
    [{ waiting: ['review', 'extension', 'publication'] }, 0],
    [{ waiting: ['consultation', 'confirmation'] }, 2],
    [{ dueTo: '2026-03-30' }, 3],
    [{ dueFrom: '2026-03-31', dueTo: '2026-03-31' }, 1],
    [{ receivedFrom: '2026-03-03', receivedTo: '2026-03-04' }, 2],
    [{ q: '王伟' }, 12],
    [{ q: '伟王' }, 0],
    [{ q: '李芳' }, 2],
    [{ q: '芳' }, 2],
    [{ q: '第1' }, 3],
    [{ q: '〕20' }, 0],
    [{ q: `'; DROP` }, 0],
    [{ q: '%' }, 0],
    [{ q: '街道_' }, 0],
  ])('%j: %i cases', async (filters, count) => {
    expect((await list(filters)).items).toHaveLength(count);
    const { total, byLight } = await office.queries.count(
      office.person('supervisor.district'),
      parseInput(CaseCountFilters, filters),
    );
    expect(total).toBe(count);
    expect(Object.values(byLight).reduce((all, some) => all + some, 0)).toBe(count);
  });

  test('mine', async () => {
    expect(await subjectsOf({ assignee: 'me' }, 'caseworker.district')).toEqual(['有人办的']);
    expect(await subjectsOf({ assignee: office.person('caseworker.district').id })).toEqual(['有人办的']);
  });

  test('only what is in sight', async () => {
    expect((await list({}, 'clerk.district')).items).toHaveLength(7);
    expect((await list({}, 'supervisor.street')).items).toHaveLength(12);
    expect((await list({ organ: 'district' }, 'supervisor.street')).items).toHaveLength(12);
    expect((await list({}, 'auditor.bureau')).items).toHaveLength(0);
  });
});

describe('pages', () => {
  async function paged(filters: CaseFiltersInput): Promise<CaseRow[]> {
    const rows: CaseRow[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await list({ ...filters, limit: 3, cursor });
      rows.push(...items);
      cursor = nextCursor ?? undefined;
    } while (cursor !== undefined);
    return rows;
  }
  const dueOf = ({ finalDue, provisional }: CaseRow): LocalDate | null => finalDue ?? provisional;

  test.each(['finalDue', '-finalDue', 'receivedOn', '-receivedOn', 'openedOn', '-openedOn'] as const)(
    'sorted by %s they are the whole list, each case once',
    async (sort) => {
      const rows = await paged({ sort });
      expect(rows.map(({ id }) => id)).toEqual((await list({ sort })).items.map(({ id }) => id));
      expect(new Set(rows.map(({ id }) => id)).size).toBe(19);
      // What is sought fills every page but the last, which is looked for among all.
      const found = await paged({ sort, q: '街道第' });
      expect(found.map(({ id }) => id)).toEqual((await list({ sort, q: '街道第' })).items.map(({ id }) => id));
      expect(found).toHaveLength(12);
    },
  );

  test('what is due first comes first, what has no date comes last', async () => {
    const dues = (await paged({ organ: 'street' })).map(dueOf);
    expect(dues).toEqual([...dues].sort());
    const all = await paged({});
    expect(all.slice(-4).every((row) => dueOf(row) === null)).toBe(true);
    expect(new Set(all.slice(0, 3).map(({ subject }) => subject))).toEqual(new Set(['寄错科室', '街道第0件', '有人办的']));
    expect(all[3]).toMatchObject({ subject: '街道第1件', turn: { who: { role: 'caseworker' }, step: 'accept' } });
  });

  test('a misaddressed letter stands where its cautious date belongs, and says it', async () => {
    const [row] = await paged({ q: '寄错科室' });
    expect(row).toMatchObject({ finalDue: null, cautious: '2026-03-30', light: 'overdue' });
  });

  test('a cursor of nobody is refused by its name', async () => {
    for (const cursor of ['x', 'WzEsMl0', Buffer.from('["2026-01-01","no id"]').toString('base64url')])
      expect(await refusalOf(list({ cursor }))).toMatchObject({ code: 'invalid-request', fields: ['cursor invalid-value'] });
  });
});

test('the dashboard of the district counts by unit and person, and names what is due next', async () => {
  const view = await office.queries.dashboard(office.person('supervisor.district'));
  expect(view).toMatchObject({ total: 18, byChannel: { in_person: 16, ems: 1, ordinary_mail: 1 }, byState: { received: 12 } });
  expect(view.byUnit.map(({ organ, total }) => [organ, total])).toEqual([
    ['street', 12],
    ['district', 6],
  ]);
  expect(view.byPerson.map(({ person, total }) => [person?.id ?? null, total])).toEqual([
    [null, 17],
    [office.person('caseworker.district').id, 1],
  ]);
  expect(view.due[0]).toMatchObject({ light: 'overdue' });
  expect((await office.queries.dashboard(office.person('supervisor.district'), { organ: 'street' })).total).toBe(12);
});

test('an unpublished year: the estimate stands in, and is sorted by', async () => {
  office.on('2026-12-21');
  const receipt = { channel: 'in_person' as const, submittedOn: day('2026-12-21') };
  const { id } = await office.log(about('跨年的公积金贷款', '安途公司', { receipt }), 'clerk.district');
  const [row] = (await list({ q: '公积金贷款' })).items;
  expect(row).toMatchObject({ id, finalDue: null, provisional: '2027-01-19', light: 'green' });
  expect((await list({ dueFrom: '2027-01-01' })).items.map((found) => found.id)).toEqual([id]);
  office.on('2027-01-18');
  expect((await list({ light: 'red' })).items.map((found) => found.id)).toEqual([id]);
});
