import { localDate } from '@gongkai/calendar';
import type { AdminLogEntry, CaseView, FeeTariff } from '@gongkai/contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { open, step } from '../../support/applications.js';
import { fieldsIn, problemIn, type HttpAnswer } from '../../support/officer.js';

const ORGAN = '/admin/organs/bureau';
const NOTICE = { type: 'sendFeeNotice', basis: 'per_item', amount: 100, finding: '12 in a month', itemsBefore: 10 };
let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const charge = async (feesFrom: string | null): Promise<HttpAnswer> => {
  const change = { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ feesFrom }) };
  return (await api.officer('admin.bureau')).send(ORGAN, change);
};

/** An application handed in on a day and accepted, as an approver sees it. */
async function accepted(submittedOn: string): Promise<CaseView> {
  const { id } = await open(await api.officer('clerk.bureau'), { receipt: { channel: 'in_person', submittedOn } });
  await step(await api.officer('caseworker.bureau'), id, { type: 'accept' });
  return (await (await api.officer('approver.bureau')).get(`/cases/${id}`)).body as CaseView;
}
const refusalOf = ({ refused }: CaseView): string | undefined => refused.find(({ type }) => type === 'sendFeeNotice')?.code;

/** Whether an organ charges is its own decision, and holds for what is received from its day on (REG 42; FEE 2). */
describe('the processing fee of an organ', () => {
  test('is switched on by an administrator, with the tariff beside it, from today at the earliest; the log says so', async () => {
    const admin = await api.officer('admin.bureau');
    const { feeTariff } = (await admin.get('/admin/organs')).body as { feeTariff: FeeTariff };
    expect(feeTariff.perItem.tiers[1]).toEqual({ upTo: 30, yuanEach: 100 });
    expect(refusalOf(await accepted('2026-03-02'))).toBe('fee-not-enabled');
    expect(fieldsIn(await charge('2026-03-01'))).toEqual(['feesFrom past-date']);
    expect((await charge('2026-03-03')).body).toMatchObject({ feesFrom: '2026-03-03' });
    const { items } = (await admin.get('/admin/log?limit=1')).body as { items: readonly AdminLogEntry[] };
    expect(items).toMatchObject([
      {
        action: 'organ-changed',
        before: { feesFrom: null },
        after: { feesFrom: '2026-03-03' },
        actor: { name: expect.any(String) },
      },
    ]);
  });

  test('is charged for what is received from that day on, and for nothing before it', async () => {
    api.clock.set(localDate('2026-03-04'));
    const [before, after] = [await accepted('2026-03-02'), await accepted('2026-03-03')];
    expect([refusalOf(before), refusalOf(after)]).toEqual(['fee-not-enabled', undefined]);
    const approver = await api.officer('approver.bureau');
    expect(problemIn(await approver.post(`/cases/${before.id}/commands`, NOTICE)).code).toBe('fee-not-enabled');
    const { body } = await approver.post(`/cases/${after.id}/commands`, NOTICE);
    expect((body as { code?: string }).code).not.toBe('fee-not-enabled');
  });

  test('stays as it was set where its organ is changed otherwise, and can be left to the installation again', async () => {
    expect((await charge('2026-03-03')).body).toMatchObject({ feesFrom: '2026-03-03' });
    expect((await charge(null)).body).toMatchObject({ feesFrom: null });
  });
});
