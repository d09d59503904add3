import { z } from 'zod';
import type { FeeStandard, FeeTariffs } from './fee-tariffs.js';

const count = z.int().min(0).max(1_000_000);

/**
 * By which standard an application is charged, with the numbers that standard needs. It is one of the two, never both (FEE 3).
 * `earlierItemsThisMonth`: items of the same applicant that were counted before in the same calendar month.
 */
export const FeeChoice = z.discriminatedUnion('basis', [
  z.strictObject({ basis: z.literal('per_item'), earlierItemsThisMonth: count, items: count }),
  z.strictObject({ basis: z.literal('per_volume'), pages: count }),
]);
export type FeeChoice = z.infer<typeof FeeChoice>;

/** The units of one application that fall into one tier, numbered from 1, both ends included. */
export type FeeLine = {
  readonly from: number;
  readonly to: number;
  readonly units: number;
  readonly yuanEach: number;
  readonly yuan: number;
};

/** A fee in yuan and how it comes about; the lines add up to it. */
export type Fee = {
  readonly basis: FeeChoice['basis'];
  readonly article: string;
  readonly yuan: number;
  readonly lines: readonly FeeLine[];
};

/**
 * The fee for items (FEE 4): tiers run over all items of the applicant in the calendar month, and this application pays for its own.
 * @returns yuan
 */
export function feePerItems(counted: { earlierItemsThisMonth: number; items: number }, tariff: FeeTariffs): Fee {
  const { earlierItemsThisMonth, items } = counted;
  return feeOf('per_item', tariff.perItem, { after: earlierItemsThisMonth, to: earlierItemsThisMonth + items });
}

/**
 * The fee for the pages supplied on one application (FEE 5).
 * @returns yuan
 */
export function feePerPages(counted: { pages: number }, tariff: FeeTariffs): Fee {
  return feeOf('per_volume', tariff.perVolume, { after: 0, to: counted.pages });
}

/** The fee by the standard chosen. @returns yuan */
export function feeFor(choice: FeeChoice, tariff: FeeTariffs): Fee {
  return choice.basis === 'per_item' ? feePerItems(choice, tariff) : feePerPages(choice, tariff);
}

/** Whole numbers n with `after` < n ≤ `to`. */
type Units = { readonly after: number; readonly to: number };
type PricedUnits = Units & { readonly yuanEach: number };

function feeOf(basis: FeeChoice['basis'], standard: FeeStandard, units: Units): Fee {
  const lines = bandsUpTo(standard, units.to).flatMap((band) => lineOf(band, units));
  return { basis, article: standard.article, yuan: lines.reduce((sum, line) => sum + line.yuan, 0), lines };
}

function lineOf(band: PricedUnits, units: Units): FeeLine[] {
  const after = Math.max(band.after, units.after);
  const to = Math.min(band.to, units.to);
  if (to <= after) return [];
  return [{ from: after + 1, to, units: to - after, yuanEach: band.yuanEach, yuan: (to - after) * band.yuanEach }];
}

/** The tiers as bands of units, followed by as many further bands as it takes to reach the last unit. */
function bandsUpTo(standard: FeeStandard, lastUnit: number): PricedUnits[] {
  const listed = standard.tiers.map(({ upTo, yuanEach }, i) => ({ after: standard.tiers[i - 1]?.upTo ?? 0, to: upTo, yuanEach }));
  const { to: reached, yuanEach: lastRate } = listed.at(-1) ?? { to: 0, yuanEach: 0 };
  const { beyond } = standard;
  if ('yuanEach' in beyond) return [...listed, { after: reached, to: Math.max(reached, lastUnit), yuanEach: beyond.yuanEach }];
  const { everyFurther, yuanMore } = beyond;
  const steps = Math.max(0, Math.ceil((lastUnit - reached) / everyFurther));
  const rising = Array.from({ length: steps }, (_, i) => ({
    after: reached + i * everyFurther,
    to: reached + (i + 1) * everyFurther,
    yuanEach: lastRate + (i + 1) * yuanMore,
  }));
  return [...listed, ...rising];
}
