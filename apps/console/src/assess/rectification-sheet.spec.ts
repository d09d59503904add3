import { localDate } from '@gongkai/calendar';
import type { Rectification } from '@gongkai/contracts';
import { rectificationSheet } from './rectification-sheet.js';

const t = (key: string, facts?: object): string => `${key}${facts === undefined ? '' : Object.values(facts).join(' ')}`;
const named = (zh: string) => ({ 'zh-CN': zh, en: zh });
const by = { id: 'person', name: '林岚' };
const at = '2026-03-02T01:00:00.000Z';

const item: Rectification = {
  id: '00000000-0000-4000-8000-000000000001',
  version: 3,
  assessment: { id: '00000000-0000-4000-8000-000000000002', year: 2025, quarter: null },
  organ: { code: 'street', name: named('街道办事处') },
  indicator: null,
  state: 'overdue',
  text: '=更新公开指南',
  due: localDate('2027-01-08'),
  provisional: true,
  history: [
    { on: localDate('2026-03-02'), at, by, did: 'demand', late: false, text: '更新公开指南', workingDays: 20, files: [] },
    { on: localDate('2026-03-05'), at, by, did: 'answer', late: true, text: null, workingDays: null, files: [] },
  ],
  may: [],
};

test('every line of the list is a row, its day a day, and what was said of it stands in one cell', () => {
  const { head, widths, rows } = rectificationSheet([item], { t, language: 'zh-CN', period: ({ year }) => String(year) });
  expect([head.length, widths.length, rows[0]?.length]).toEqual([7, 7, 7]);
  expect(rows).toEqual([
    [
      ...['rect.state.overdue', { day: '2027-01-08', mark: 'rect.provisional' }, '街道办事处', '2025', '=更新公开指南', ''],
      'did.line2026-03-02 林岚 rect.did.demand 更新公开指南\ndid.line2026-03-05 林岚 rect.did.late',
    ],
  ]);
});
