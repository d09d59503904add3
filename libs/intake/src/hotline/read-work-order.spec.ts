import { readWorkOrder } from './read-work-order.js';

const COLUMNS = new Map([...(['number', 'time', 'kind', 'text'] as const).entries()].map(([at, name]) => [name, at]));
const read = (time: string, kind: string) =>
  readWorkOrder({ row: 2, cells: ['GD-1', time, kind, '停车收费标准'] }, COLUMNS, new Date('2026-05-08T09:00:00+08:00'));

test.each([
  ['2026-05-07 21:40', '2026-05-07T13:40:00.000Z'],
  ['2026-05-07 21:40:05.0', '2026-05-07T13:40:00.000Z'],
  ['2026-05-07T21:40:05.123+08:00', '2026-05-07T13:40:00.000Z'],
  ['2026年5月7日 21时40分05秒', '2026-05-07T13:40:00.000Z'],
  ['20260507', '2026-05-06T16:00:00.000Z'],
  ['2026-05-07 25:40', undefined],
])('a work order of %s', (time, moment) => {
  expect(read(time, '咨询').arrivedAt?.toISOString()).toBe(moment);
});

test.each([
  ['咨询类', 'question'],
  ['投诉举报类', 'complaint'],
  ['信息公开', 'application'],
  ['表扬', null],
])('a work order that is called %s', (said, kind) => {
  expect(read('2026-05-07', said).kind).toBe(kind);
});
