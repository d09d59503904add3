import fc from 'fast-check';
import { plainJson } from './plain-json.js';

const told = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(undefined, null, true, false, 0, 1.5, 'x'),
    fc.integer(),
    fc.string(),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

describe('what a value is after it was written and read', () => {
  it('is the same as by way of its text', () => {
    fc.assert(
      fc.property(told, (value) => {
        expect(plainJson({ value })).toEqual(JSON.parse(JSON.stringify({ value })) as unknown);
        expect(JSON.stringify(plainJson({ value }))).toBe(JSON.stringify({ value }));
      }),
    );
  });

  it('shares nothing with the value', () => {
    const value = { list: [{ a: 1 }] };
    const plain = plainJson(value) as typeof value;
    expect(plain.list).not.toBe(value.list);
    expect(plain.list[0]).not.toBe(value.list[0]);
  });
});
