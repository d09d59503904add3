import { localDate } from '@gongkai/calendar';
import { orderSheet } from './order-sheet.js';

/** Says the key, and what fills its holes. */
const say = (key: string, facts: Readonly<Record<string, string | number>> = {}): string =>
  [key, ...Object.values(facts)].join(' ');
const speech = { t: say, terms: say, lists: say, listed: (day: string) => day, organName: say, people: { s: '督办人' } };

const [on, due] = [localDate('2026-12-30'), localDate('2027-01-05')];
const demanded = (text: string) => ({ text, by: 's', on, due, provisional: true, answer: null });

test('an order is one line of the spreadsheet: its last demand, with a real day that is said to be provisional', () => {
  const order = { id: '1', kind: 'explain', state: 'open', person: null, closed: null } as const;
  const one = { number: '城管依申请〔2026〕1号', subject: '=1+1', organ: 'bureau', assignee: null };
  const { head, widths, rows } = orderSheet([{ ...order, demands: [demanded('先'), demanded('后')], case: one }], speech);
  expect(rows).toEqual([
    [
      'orderState.open',
      { day: due, mark: 'due.provisional' },
      one.number,
      one.subject,
      'orderKind.explain',
      '后',
      'by-on 督办人 2026-12-30',
      'nobody',
      'bureau',
      '',
      '',
    ],
  ]);
  expect([head.length, widths.length]).toEqual([rows[0]?.length, rows[0]?.length]);
});
