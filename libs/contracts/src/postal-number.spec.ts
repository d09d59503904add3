import { postalReading } from './postal-number.js';

test.each([
  ['EA000001859CN', 'right'],
  ['ｒｒ 473 124 829 gb', 'right'],
  // 11 - 204 % 11; what would be ten, and what would be eleven.
  ['RR123456785CN', 'right'],
  ['RR000000080CN', 'right'],
  ['RR000000005CN', 'right'],
  ['RR473124828GB', 'mistyped'],
  ['EA000001850CN', 'mistyped'],
  ['1012345678901', 'right'],
  ['XA27801234533', 'right'],
  ['101234567890', 'unlike'],
  ['E1', 'unlike'],
  ['', 'unlike'],
])('%s is %s', (number, reading) => {
  expect(postalReading(number)).toBe(reading);
});
