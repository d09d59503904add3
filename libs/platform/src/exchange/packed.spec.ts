import fc from 'fast-check';
import { exchangeKeysIn, newExchangeKeys } from './exchange-keys.js';
import { packed, PackageRefused, unpacked } from './packed.js';

const files = newExchangeKeys();
const [portal, casework] = [exchangeKeysIn(files.portal), exchangeKeysIn(files.casework)];
const content = fc.record({ head: fc.dictionary(fc.string(), fc.string()), body: fc.uint8Array({ maxLength: 2000 }) });

describe('a package between two networks', () => {
  it('says to the other side what was said, and to nobody else', () => {
    fc.assert(
      fc.property(content, ({ head, body }) => {
        const bytes = packed({ head, body: Buffer.from(body) }, portal);
        expect(unpacked(bytes, casework)).toEqual({ head: { ...head }, body: Buffer.from(body) });
        expect(() => unpacked(bytes, portal)).toThrow(PackageRefused);
        expect(() => unpacked(bytes, exchangeKeysIn(newExchangeKeys().casework))).toThrow(PackageRefused);
      }),
      { numRuns: 20 },
    );
  });

  it('is refused when a single bit of it is another, or its end is missing', () => {
    const bytes = packed({ head: { kind: 'request' }, body: Buffer.from('body') }, portal);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const altered = Buffer.from(bytes);
        altered[at] = (altered[at] ?? 0) ^ (1 << bit);
        expect(() => unpacked(altered, casework)).toThrow(PackageRefused);
        expect(() => unpacked(bytes.subarray(0, at), casework)).toThrow(PackageRefused);
      }),
      { numRuns: 60 },
    );
  });

  it('shows nothing of what it carries', () => {
    const bytes = packed({ head: { name: '欧阳望舒' }, body: Buffer.from('110101199003070011') }, portal);
    expect([bytes.includes('欧阳望舒'), bytes.includes('110101199003070011')]).toEqual([false, false]);
  });
});
