import { lateText } from './late-text.js';

const said = (key: string, facts?: object): string => `${key}${facts === undefined ? '' : JSON.stringify(facts)}`;

test('how late a case is stands in working days', () => {
  expect(lateText(3, said, said)).toBe('late.days{"days":3}');
});

test('on the days off after the last day no working day has passed, and yet it is late', () => {
  expect(lateText(0, said, said)).toBe('light.overdue');
});
