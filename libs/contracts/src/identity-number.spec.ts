import { contradictsItself, hasCheckDigit, isCreditCode, isResidentId, plainNumber } from './identity-number.js';

const PLACES = Array.from('0123456789X');

test.each([
  ['11010119900307001', '1'],
  ['11010119900307002', 'X'],
  ['11010119900307000', '3'],
])('of %s and any last place only %s is right', (first, last) => {
  expect(PLACES.filter((place) => hasCheckDigit(`${first}${place}`))).toEqual([last]);
  expect(isResidentId(`${first}${last}`)).toBe(true);
});

test('a small x is an X', () => expect(hasCheckDigit('11010119900307002x')).toBe(true));

test.each(['', '1101011990030700', '1101011990030700111', '1101011990030700a1'])('%j is no such number', (text) => {
  expect(isResidentId(text)).toBe(false);
});

test.each(['9144030071526726XG', '91440300708461136t'])('%s is a credit code', (code) => expect(isCreditCode(code)).toBe(true));

test.each(['91440300708461136X', '91440300708461163T', '9144030070846113', 'I1440300708461136T'])('%s is none', (code) => {
  expect(isCreditCode(code)).toBe(false);
});

test.each(['11010119900307002x', '110101 19900307 002X', '１１０１０１１９９００３０７００２ｘ'])(
  '%s is the same number',
  (text) => {
    expect(plainNumber(text)).toBe('11010119900307002X');
  },
);

test.each([
  ['居民身份证', '110101199003070015', true],
  ['居民身份证', '11010119900307001', true],
  ['居民身份证', '110101 19900307 0011', false],
  ['统一社会信用代码', '91440300708461163T', true],
  ['统一社会信用代码', '91440300708461136t', false],
  ['护照', 'E12345678', false],
  [undefined, '110101199003070015', false],
  ['居民身份证', undefined, false],
])('%s %s contradicts itself: %s', (document, number, expected) => expect(contradictsItself(document, number)).toBe(expected));
