import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { ConfigError } from './config-error.js';
import { parseFeeTariffs } from './fee-tariffs.js';
import { FeeChoice, feeFor, feePerItems, feePerPages } from './fees.js';

const file = 'config/fees/cn-2020-109.yaml';
const text = readFileSync(file, 'utf8');
const tariff = parseFeeTariffs(text, file);

describe('fee per item', () => {
  it.each([
    [10, 0],
    [11, 100],
    [30, 2000],
    [31, 2200],
    [35, 3000],
    [40, 4000],
    [45, 5500],
    [50, 7000],
    [51, 7400],
    [101, 37_900],
  ])('%i items in one month cost %i yuan', (items, yuan) => {
    expect(feePerItems({ earlierItemsThisMonth: 0, items }, tariff).yuan).toBe(yuan);
  });

  it('charges the 35th item of the month at the rate of its tier', () => {
    expect(feePerItems({ earlierItemsThisMonth: 34, items: 1 }, tariff)).toEqual({
      basis: 'per_item',
      article: 'FEE 4',
      yuan: 200,
      lines: [{ from: 35, to: 35, units: 1, yuanEach: 200, yuan: 200 }],
    });
  });

  it('shows every tier it passes through, the free one included', () => {
    const { lines } = feePerItems({ earlierItemsThisMonth: 8, items: 45 }, tariff);
    expect(lines.map(({ from, to, yuanEach }) => [from, to, yuanEach])).toEqual([
      [9, 10, 0],
      [11, 30, 100],
      [31, 40, 200],
      [41, 50, 300],
      [51, 53, 400],
    ]);
  });

  it('costs the same for the whole month however the items are spread over applications', () => {
    const batches = fc.array(fc.nat(60), { maxLength: 12 });
    fc.assert(
      fc.property(batches, (sizes) => {
        let earlierItemsThisMonth = 0;
        let paid = 0;
        for (const items of sizes) {
          paid += feePerItems({ earlierItemsThisMonth, items }, tariff).yuan;
          earlierItemsThisMonth += items;
        }
        expect(paid).toBe(feePerItems({ earlierItemsThisMonth: 0, items: earlierItemsThisMonth }, tariff).yuan);
      }),
    );
  });

  it('never falls: one more item, or one more before it, costs at least as much', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (earlierItemsThisMonth, items) => {
        const { yuan } = feePerItems({ earlierItemsThisMonth, items }, tariff);
        expect(feePerItems({ earlierItemsThisMonth, items: items + 1 }, tariff).yuan).toBeGreaterThanOrEqual(yuan);
        expect(feePerItems({ earlierItemsThisMonth: earlierItemsThisMonth + 1, items }, tariff).yuan).toBeGreaterThanOrEqual(
          yuan,
        );
      }),
    );
  });
});

describe('fee per volume', () => {
  it.each([
    [0, 0],
    [30, 0],
    [31, 10],
    [100, 700],
    [150, 1700],
    [200, 2700],
    [201, 2740],
    [1500, 54_700],
  ])('%i pages cost %i yuan', (pages, yuan) => {
    expect(feePerPages({ pages }, tariff).yuan).toBe(yuan);
  });

  it('breaks a fee down into tiers that cover every page once and add up to it', () => {
    fc.assert(
      fc.property(fc.nat(3000), (pages) => {
        const { yuan, lines } = feePerPages({ pages }, tariff);
        expect(lines.reduce((sum, line) => sum + line.units, 0)).toBe(pages);
        expect(lines.reduce((sum, line) => sum + line.units * line.yuanEach, 0)).toBe(yuan);
        expect(feePerPages({ pages: pages + 1 }, tariff).yuan).toBeGreaterThanOrEqual(yuan);
      }),
    );
  });
});

describe('choice of the standard', () => {
  it('charges one application by one standard: 34 earlier items and 150 pages', () => {
    expect(feeFor({ basis: 'per_item', earlierItemsThisMonth: 34, items: 1 }, tariff).yuan).toBe(200);
    expect(feeFor({ basis: 'per_volume', pages: 150 }, tariff).yuan).toBe(1700);
  });

  it.each([
    { basis: 'per_item', earlierItemsThisMonth: 34, items: 1, pages: 150 },
    { basis: 'per_volume', pages: 150, items: 1 },
    { basis: 'both', earlierItemsThisMonth: 34, items: 1, pages: 150 },
    { basis: 'per_item', items: 1 },
    { basis: 'per_volume', pages: -1 },
    { basis: 'per_volume', pages: 1.5 },
  ])('refuses %j', (choice) => {
    expect(FeeChoice.safeParse(choice).success).toBe(false);
  });
});

describe('a tariff file', () => {
  it('names its instrument and the first day of charging', () => {
    expect(tariff).toMatchObject({ id: 'cn-2020-109', inForceFrom: '2021-01-01', instrument: { number: '国办函〔2020〕109号' } });
  });

  it.each([
    [
      'tiers out of order',
      text.replace('upTo: 30, yuanEach: 100', 'upTo: 9, yuanEach: 100'),
      /cn-2020-109\.yaml:17 .*must be more than in the tier before/,
    ],
    ['a rate below zero', text.replace('yuanEach: 20 }', 'yuanEach: -20 }'), /:\d+ .*yuanEach must be at least 0/],
    ['two ways to go on', text.replace('{ yuanEach: 40 }', '{ yuanEach: 40, everyFurther: 10, yuanMore: 1 }'), /beyond/],
    ['an unknown field', `${text}\nvat: 13\n`, /vat is not known here/],
  ])('is refused with its line: %s', (_, broken, message) => {
    expect(() => parseFeeTariffs(broken, file)).toThrow(ConfigError);
    expect(() => parseFeeTariffs(broken, file)).toThrow(message);
  });
});
