import type { EarlierQuery, EarlierRequests } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { application, caseIn, step } from '../../support/applications.js';
import { fieldsIn, problemIn, type Officer } from '../../support/officer.js';

const STATION = '2025年城关镇垃圾中转站环境影响评价报告';

let api: TestApi;
let clerk: Officer;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-05-08' });
  clerk = await api.officer('clerk.bureau');
});
afterAll(() => api.stop());

type Asked = {
  readonly name: string;
  readonly idNumber?: string;
  readonly items: readonly string[];
  readonly on?: string | undefined;
};

async function ask({ name, idNumber, items, on = '2026-05-08' }: Asked): Promise<string> {
  const applicant = { kind: 'natural_person', category: 'natural_person', name, ...(idNumber === undefined ? {} : { idNumber }) };
  const receipt = { channel: 'in_person', submittedOn: on };
  const body = {
    ...application(),
    receipt,
    applicant,
    items: items.map((description) => ({ description })),
    lateReason: 'a test',
  };
  return caseIn(await clerk.post('/cases', body)).id;
}
const find = async (query: EarlierQuery, officer = clerk): Promise<EarlierRequests> =>
  (await officer.post('/earlier-requests', query)).body as EarlierRequests;
const chen = { kind: 'natural_person', name: '陈一鸣', idNumber: '11010519491231002X' } as const;

describe('what was asked before', () => {
  let first: string;
  let second: string;
  beforeAll(async () => {
    first = await ask({ ...chen, items: ['2024年预算', STATION], on: '2026-03-02' });
    second = await ask({ ...chen, items: ['城关镇2025年决算'] });
    await ask({ name: chen.name, idNumber: '110105194912310038', items: [STATION] });
    await ask({ name: '林远', items: [`请公开${STATION}及批复`] });
    await ask({ name: '林远', items: ['河道采砂许可'] });
    await step(await api.officer('caseworker.bureau'), first, { type: 'withdraw', how: 'by telephone' });
  });

  test('by the same applicant: open ones first, counted by month and year; a namesake with another document is somebody else', async () => {
    const { own } = await find({ applicant: chen, description: STATION });
    expect(own?.items.map(({ id, isOpen }) => [id, isOpen])).toEqual([
      [second, true],
      [first, false],
    ]);
    expect(own?.items[1]).toMatchObject({ outcome: 'withdrawn', applicantName: chen.name, likeness: expect.any(Number) });
    expect(own?.frequency).toEqual({
      cases: { month: 1, year: 2, all: 2, open: 1 },
      itemsThisMonth: 1,
      freeItems: 10,
    });
  });

  test('of a case, what a fee by items is reckoned on: what the same applicant asked before it in the month of its receipt (FEE 4)', async () => {
    const feeCount = async (id: string) => ((await clerk.get(`/cases/${id}/earlier-requests`)).body as EarlierRequests).feeCount;
    const asking = (items: readonly string[], on?: string) => ask({ name: '钱多问', idNumber: '110105195001010014', items, on });
    await asking(['四月问的'], '2026-04-30');
    const withdrawn = await asking(['甲', '乙'], '2026-05-06');
    const mistaken = await asking(['丙'], '2026-05-07');
    const now = await asking(['丁']);
    await step(await api.officer('caseworker.bureau'), withdrawn, { type: 'withdraw', how: 'by telephone' });
    await step(await api.officer('approver.bureau'), mistaken, { type: 'voidCase', reason: 'logged twice' });
    expect(await feeCount(withdrawn)).toEqual({ items: 0, cases: [] });
    expect(await feeCount(now)).toMatchObject({ items: 2, cases: [{ id: withdrawn, receivedOn: '2026-05-06', items: 2 }] });
  });

  test('by others for the same information, the most alike first, whichever item it is; the applicant’s own are not told twice', async () => {
    const { others, own } = await find({ applicant: chen, description: `申请公开${STATION}` });
    expect(others.map(({ applicantName }) => applicantName)).toEqual(['陈一鸣', '林远']);
    expect(others[0]?.likeness).toBeGreaterThan(90);
    expect(own?.items.some(({ likeness }) => (likeness ?? 0) > 60)).toBe(true);
    expect((await find({ description: '申请公开政府信息' })).others).toEqual([]);
    expect((await find({ description: STATION })).own).toBeNull();
  });

  test('not of itself, not what was logged by mistake, and nothing of organs out of sight', async () => {
    const approver = await api.officer('approver.bureau');
    const mistake = await ask({ name: '周误', items: ['误登记的一件'] });
    await step(approver, mistake, { type: 'voidCase', reason: 'logged twice' });
    expect((await find({ applicant: { kind: 'natural_person', name: '周误' } })).own?.items).toEqual([]);
    const ofCase = (await clerk.get(`/cases/${second}/earlier-requests`)).body as EarlierRequests;
    expect(ofCase.own?.items.map(({ id }) => id)).toEqual([first]);
    expect(ofCase.own?.items[0]?.likeness).toBeLessThan(60);
    const elsewhere = await find({ applicant: chen, description: STATION }, await api.officer('clerk.street'));
    expect(elsewhere).toEqual({ own: expect.objectContaining({ items: [] }), feeCount: null, others: [] });
  });

  test('is searched in every item, by two characters', async () => {
    const { items } = (await clerk.get(`/cases?q=${encodeURIComponent('中转')}`)).body as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toContain(first);
  });

  test('asked wrongly it says what is wrong', async () => {
    const answer = await clerk.post('/earlier-requests', { applicant: { kind: 'nobody', name: '' } });
    expect([problemIn(answer).status, Object.keys(fieldsIn(answer)).length > 0]).toEqual([422, true]);
  });
});
