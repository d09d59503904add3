import { withoutAPerson } from './without-a-person.js';

test.each([
  ['NOTED', 'by-program'],
  ['CALENDAR_CHANGED', 'by-calendar'],
  ['FEE_PERIOD_OVER', 'by-time'],
] as const)('what nobody wrote, %s, is written %s', (type, by) => {
  expect(withoutAPerson(type)).toBe(by);
});
