import { localDate } from '@gongkai/calendar';
import { isHeeded } from './consultation-view.js';

const [day, later] = [localDate('2026-03-10'), localDate('2026-03-12')];

test.each([
  ['of this round, answered', { round: 2, answeredOn: day, elsewhereFrom: null }, true],
  ['of this round, not answered', { round: 2, answeredOn: null, elsewhereFrom: null }, true],
  ['of this round, about what is no longer here', { round: 2, answeredOn: day, elsewhereFrom: later }, false],
  ['of an earlier round that was answered', { round: 1, answeredOn: day, elsewhereFrom: null }, true],
  ['of an earlier round that nobody answered', { round: 1, answeredOn: null, elsewhereFrom: null }, false],
])('a letter %s: whether it says something of the reply', (_, letter, heeded) => {
  expect(isHeeded(letter, { round: { number: 2 } })).toBe(heeded);
});
