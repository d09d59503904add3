import { localDate } from '@gongkai/calendar';
import { verifyRegister } from '@gongkai/casework';
import type { CaseView } from '@gongkai/contracts';
import { Client } from 'pg';
import { atTheCounter, Office } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const day = localDate;
const numbers = ({ notices }: CaseView) => notices.map(({ number }) => number?.replace(/^.*(?=.〔)/u, ''));
const gaps = async () => (await verifyRegister(office.pool, office.sealer)).gaps;

/** A case of the last days of 2026, accepted on the 31st. */
async function accepted(): Promise<CaseView> {
  office.on('2026-12-29');
  const { id } = await office.log(atTheCounter('2026-12-29', { items: [{ description: '2025年度预算' }] }));
  office.on('2026-12-31');
  return office.step(id, 'caseworker.bureau', { type: 'accept' });
}

describe('at the turn of a year a number is of the year that its letter bears', () => {
  test('a letter that left in December and is written down in January', async () => {
    const { id } = await accepted();
    office.on('2027-01-05');
    const send = { type: 'sendCorrectionNotice', missing: '年度不明' } as const;
    const sent = await office.step(id, 'caseworker.bureau', { ...send, dispatchedOn: day('2026-12-31') });
    expect(numbers(sent)).toEqual(['补〔2026〕1号']);
    const other = await accepted();
    office.on('2027-01-05');
    expect(numbers(await office.step(other.id, 'caseworker.bureau', { ...send, dispatchedOn: null }))).toEqual(['补〔2027〕1号']);
    expect(await gaps()).toEqual([]);
  });

  test('a reply that was signed in December, and its draft', async () => {
    const { id, items } = await accepted();
    const step = (by: string, command: Parameters<Office['step']>[2]) => office.step(id, `${by}.bureau`, command);
    await step('caseworker', { type: 'decideItem', itemId: items[0]?.id ?? '', code: 'already_public', otherOrgan: '门户网站' });
    await step('caseworker', { type: 'submitForApproval' });
    await step('approver', { type: 'approve' });
    office.on('2027-01-05');
    const sign = { type: 'signReply', on: day('2026-12-31') } as const;
    const draft = await office.desk.drafted(office.envelope(id, 'approver.bureau', sign));
    expect(draft.journal.at(-1)?.fact).toMatchObject({ number: expect.stringMatching(/复〔2026〕1号$/u) as string });
    expect(numbers(await step('approver', sign))).toEqual(['复〔2026〕1号']);
    expect(await gaps()).toEqual([]);
  });

  test('one that was numbered by the day of its entry, as before, is no gap', async () => {
    const client = new Client({ connectionString: office.database.adminUrl });
    await client.connect();
    try {
      await client.query(`SET app.falsify_journal = 'on'`);
      await client.query(`UPDATE journal SET fact = jsonb_set(fact, '{number}', to_jsonb(replace(fact ->> 'number', '2026', '2027')))
                           WHERE type = 'REPLY_SIGNED'`);
      await client.query(`UPDATE number_series SET year = 2027 WHERE kind = 'reply'`);
    } finally {
      await client.end();
    }
    expect(await gaps()).toEqual([]);
  });
});
