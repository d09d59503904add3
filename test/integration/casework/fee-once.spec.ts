import { localDate } from '@gongkai/calendar';
import type { CaseDesk } from '@gongkai/casework';
import type { CaseView, Command } from '@gongkai/contracts';
import { readCounted } from '../../../libs/reporting/src/reads/counted-sql.js';
import { chargingDesk, Office } from './office.js';

const CASEWORKER = 'caseworker.bureau';
const APPROVER = 'approver.bureau';

let office: Office;
let charging: CaseDesk;
beforeAll(async () => {
  office = await Office.open();
  charging = chargingDesk(office);
});
afterAll(() => office.close());

const PER_ITEM = {
  type: 'sendFeeNotice',
  basis: 'per_item',
  finding: '短期内反复大量申请',
  itemsBefore: 10,
  countedOtherwise: '含口头',
} as const;

const step = async (id: string, command: Command, who = CASEWORKER): Promise<CaseView> =>
  (await charging.handle(office.envelope(id, who, command))).view;
const lastNotice = ({ notices }: CaseView) => notices.at(-1);
const ask = async (id: string, charged: Command): Promise<string> => lastNotice(await step(id, charged, APPROVER))?.id ?? '';
const arrived = (id: string, noticeId: string): Promise<CaseView> =>
  step(id, { type: 'recordService', noticeId, how: 'EMS' }, 'clerk.bureau');

/** How many notices, and how much was asked and received by them, in the report of the month. */
async function counted(id: string) {
  const period = { from: localDate('2026-03-01'), to: localDate('2026-03-31') };
  const { fees } = await readCounted(period, [office.person(CASEWORKER).organId], office.pool);
  return fees.filter(({ caseId }) => caseId === id).map(({ notices, noticed, received }) => [notices, noticed, received]);
}

/** A fee of 200 yuan by the item is awaited since 6 March. */
async function awaited(): Promise<string> {
  office.on('2026-03-02');
  const { id } = await office.accepted();
  office.on('2026-03-05');
  const first = await ask(id, { ...PER_ITEM, itemsNow: 2 });
  office.on('2026-03-06');
  await arrived(id, first);
  office.on('2026-03-09');
  return id;
}

describe('a fee is paid once (FEE 3)', () => {
  test('what was paid is taken off a notice of more, as the preview says', async () => {
    const id = await awaited();
    await step(id, { type: 'recordPayment', amount: 200 });
    const more = { ...PER_ITEM, itemsNow: 5 };
    const { fee } = await charging.preview(office.envelope(id, APPROVER, more));
    expect(fee).toMatchObject({ amount: 300, paidBefore: 200, lines: [{ units: 5, yuan: 500 }] });
    const second = await ask(id, more);
    expect(await counted(id)).toEqual([[2, 500, 200]]);
    office.on('2026-03-10');
    await arrived(id, second);
    const { clock } = await step(id, { type: 'recordPayment', amount: 300 });
    expect([clock, await counted(id)]).toEqual(['running', [[2, 500, 500]]]);
  });

  test('a notice by the other standard that arrives after the payment halts nothing, and asks for nothing', async () => {
    const id = await awaited();
    const second = await ask(id, { type: 'sendFeeNotice', basis: 'per_volume', finding: '短期内反复大量申请', pages: 40 });
    expect(await counted(id)).toEqual([[1, 100, 0]]);
    office.on('2026-03-10');
    const paid = await step(id, { type: 'recordPayment', amount: 200 });
    expect(lastNotice(paid)).toMatchObject({ id: second, servedOn: null, overtakenOn: '2026-03-10' });
    expect([paid.state, await counted(id)]).toEqual(['accepted', [[1, 200, 200]]]);
    const { finalDue } = paid.deadlines;
    office.on('2026-03-12');
    const view = await arrived(id, second);
    expect([view.state, view.clock]).toEqual(['accepted', 'running']);
    expect([view.deadlines.finalDue, finalDue]).toEqual([finalDue, '2026-04-08']);
    expect(lastNotice(view)).toMatchObject({ servedOn: '2026-03-12', overtakenOn: '2026-03-10' });
    expect(await counted(id)).toEqual([[1, 200, 200]]);
  });

  test('the same where the payment is written down after the second has arrived', async () => {
    const id = await awaited();
    const second = await ask(id, { type: 'sendFeeNotice', basis: 'per_volume', finding: '短期内反复大量申请', pages: 40 });
    office.on('2026-03-11');
    expect((await arrived(id, second)).state).toBe('awaiting_payment');
    office.on('2026-03-13');
    const view = await step(id, { type: 'recordPayment', on: localDate('2026-03-10'), amount: 200 });
    expect([view.state, view.clock]).toEqual(['accepted', 'running']);
    expect(lastNotice(view)).toMatchObject({ servedOn: '2026-03-11', overtakenOn: '2026-03-10' });
    expect(await counted(id)).toEqual([[1, 200, 200]]);
  });
});
