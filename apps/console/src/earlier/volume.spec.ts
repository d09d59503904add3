import { localDate } from '@gongkai/calendar';
import type { CaseView } from '@gongkai/contracts';
import { volumeWith } from './volume.js';

const TODAY = localDate('2026-06-24');
const BEFORE = { cases: { month: 2, year: 5, all: 9, open: 1 }, itemsThisMonth: 3, freeItems: 10 };
const items = [{}, {}] as unknown as CaseView['items'];

test.each([
  ['of this month', '2026-06-01', ['3', '6', '5']],
  ['of an earlier month', '2026-05-29', ['2', '6', '3']],
  ['of last year', '2025-12-31', ['2', '5', '3']],
  ['not received yet', null, ['3', '6', '5']],
] as const)('a case %s is one of the requests that are counted', (_, receivedOn, counted) => {
  const on = receivedOn === null ? null : localDate(receivedOn);
  expect(Object.values(volumeWith(BEFORE, { receipt: { receivedOn: on }, items }, TODAY))).toEqual(counted);
});
