import { localDate } from '@gongkai/calendar';
import { replay, type CaseLaw } from '@gongkai/lifecycle';
import { LAW, Life } from '../support/life.js';
import { atCounter } from '../support/play.js';

const { feeEnabled: _told, ...asShipped } = LAW;
const [unpaid, charging] = [localDate('2021-01-01'), localDate('2026-07-01')];
const values = [
  { from: unpaid, value: false },
  { from: charging, value: true },
];
const { statute } = LAW;
const decided = { ...statute, rules: { ...statute.rules, 'fee.enabled': { ...statute.rules['fee.enabled'], values } } };
/** An office that decided to charge from 1 July 2026 on. */
const charges: CaseLaw = { ...asShipped, statute: decided };

const FEE = { type: 'sendFeeNotice', basis: 'per_item', amount: 200 } as const;
const received = (on: string, law: CaseLaw = charges): Life => {
  const life = new Life(atCounter(on), { law });
  life.take({ type: 'accept' });
  return life;
};

/** Whether a fee is charged is told by the day on which the request was received, not by the day of the notice (REG 42; FEE 2). */
describe('the processing fee', () => {
  test.each(['2019-06-03', '2020-12-30', '2026-03-09'])('is not charged as shipped, of a request of %s', (on) => {
    expect(received(on, asShipped).refusal(FEE)).toMatchObject({ code: 'fee-not-enabled', article: 'REG 42' });
  });

  test('is charged for what is received from the day of the decision on, and for nothing before it', () => {
    const before = received('2026-06-30');
    expect(before.on('2026-07-02').refusal(FEE)).toMatchObject({ code: 'fee-not-enabled' });
    const { fact } = received('2026-07-01').take(FEE);
    expect(fact).toMatchObject({ type: 'FEE_NOTICE_MADE', amount: 200 });
  });

  test('is owed for what was received while it was charged, although it ended since', () => {
    const ended = [...values, { from: localDate('2026-08-01'), value: false }];
    const law = {
      ...asShipped,
      statute: { ...decided, rules: { ...decided.rules, 'fee.enabled': { ...decided.rules['fee.enabled'], values: ended } } },
    };
    received('2026-07-20', law).on('2026-08-05').take(FEE);
    expect(received('2026-08-03', law).refusal(FEE)).toMatchObject({ code: 'fee-not-enabled' });
  });

  test('that was asked for stays in the journal whatever is decided later', () => {
    const life = received('2026-07-01');
    life.take(FEE);
    expect(replay(life.journal, asShipped)).toEqual(life.now);
  });
});
