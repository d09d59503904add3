import { localDate } from '@gongkai/calendar';
import { lawShelf } from '@gongkai/casework';
import type { CommandPool } from '@gongkai/platform';
import { Measures } from './measures.js';

const laws = lawShelf('config');
const [closed, open] = ['0b8a7c1e-0000-4000-8000-000000000001', '0b8a7c1e-0000-4000-8000-000000000002'];
laws.calendars.adopt(
  1,
  [],
  [
    {
      ...{ region: 'cn', year: 2026, version: 1, organs: [closed], since: 1, until: null },
      ...{ holidays: [{ name: '搬迁', from: localDate('2026-06-03'), to: localDate('2026-06-03') }], makeupWorkdays: [] },
    },
  ],
);

/** The same was demanded of both on Monday, 1 June, within three working days, and answered on Friday. */
const rows = [closed, open].map((organId) => ({
  organId,
  number: '1号',
  demands: [{ on: '2026-06-01', workingDays: 3, answer: { on: '2026-06-05' } }],
  ...{ on: '2026-06-01', workingDays: 3, answeredOn: '2026-06-05' },
}));
const pool = { query: () => Promise.resolve({ rows }) } as unknown as CommandPool;

test.each(['orders_answered', 'rectified'] as const)(
  '%s: a day on which a document closed an organ is no working day of it',
  async (measure) => {
    const period = { from: localDate('2026-01-01'), to: localDate('2026-12-31') };
    const counted = await new Measures({ pool, laws }).count(measure, {
      organIds: [closed, open],
      period,
      today: localDate('2026-12-31'),
    });
    expect([closed, open].map((id) => counted.get(id))).toEqual([
      { items: [expect.objectContaining({ due: '2026-06-05', good: true })] },
      { items: [expect.objectContaining({ due: '2026-06-04', good: false })] },
    ]);
  },
);
