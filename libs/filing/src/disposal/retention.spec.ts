import { localDate } from '@gongkai/calendar';
import { filedBefore, keptUntil } from './retention.js';

test.each([
  ['2026-01-01', 10, '2037-01-01'],
  ['2026-12-31', 10, '2037-01-01'],
  ['2026-06-30', 30, '2057-01-01'],
])('filed on %s for %i years: kept until %s, and found from that day on', (filedOn, years, until) => {
  expect(keptUntil(localDate(filedOn), years)).toBe(until);
  expect(filedOn < filedBefore(localDate(until), years)).toBe(true);
  expect(filedOn < filedBefore(localDate(`${String(Number(until.slice(0, 4)) - 1)}-12-31`), years)).toBe(false);
});
