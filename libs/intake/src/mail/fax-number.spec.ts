import { faxNumberIn } from './fax-number.js';

test.each([
  ['Fax from +86 871 6517 2200, 1 page', '+86 871 6517 2200'],
  ['Fax from 0871-65172200 3 pages', '0871-65172200'],
  ['传真 0871 65172200 12页', '0871 65172200'],
  ['(0871) 65172200', '(0871) 65172200'],
  ['3 pages', undefined],
  ['Fax', undefined],
])('%s', (subject, number) => expect(faxNumberIn(subject)).toBe(number));
