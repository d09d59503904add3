import type { CommandOf } from '@gongkai/contracts';
import { feeFor, feePerItems, feePerPages, type Fee, type FeeChoice, type FeeTariffs } from '@gongkai/statutes';
import type { DayCheck } from './day-check.js';
import type { Making } from './establish-step.js';
import { isPaidOtherwise, paidFor } from './fee-notices.js';

type Charged = Pick<
  CommandOf<'sendFeeNotice'>,
  'basis' | 'finding' | 'itemsBefore' | 'countedOtherwise' | 'itemsNow' | 'pages' | 'amount'
>;
type Charging = Pick<Making, 'days'> & { readonly tariffs: FeeTariffs };

/** What is asked for, in yuan, and what of the fee was paid before. */
type Asked = Charged & { readonly amount: number; readonly paidBefore?: number };

/**
 * What a fee notice charges and for what: the finding that number or frequency clearly exceed a reasonable range (REG 42), what was counted
 * by one of the two standards (FEE 3), and the amount that follows from it. What was paid for the same before is taken off: one application
 * is charged once.
 */
export function feeCharged(command: Charged, { tariffs, file, days }: Making): Asked {
  const { basis, finding, itemsBefore, countedOtherwise, itemsNow = file.items.length, pages, amount } = command;
  days.knows(!isPaidOtherwise(file, basis), 'basis', 'standard-fixed');
  if (tariffs === undefined) {
    days.knows(amount !== undefined, 'amount', 'required');
    return { basis, amount: amount ?? 0 };
  }
  days.knows(finding !== undefined, 'finding', 'finding-missing');
  const otherwise = countedOtherwise === undefined ? {} : { countedOtherwise };
  const charged = basis === 'per_item' ? { basis, finding, itemsBefore, ...otherwise, itemsNow } : { basis, finding, pages };
  checkStandard(command, days);
  const paidBefore = paidFor(charged, file);
  const yuan = checkFee({ ...charged, amount, paidBefore }, { tariffs, days });
  return { ...charged, amount: yuan, ...(paidBefore > 0 ? { paidBefore } : {}) };
}

/** The numbers of the standard chosen, and none of the other. */
function checkStandard({ basis, itemsBefore, itemsNow, pages }: Charged, days: Making['days']): void {
  const isPerItem = basis === 'per_item';
  days.knows(!isPerItem || itemsBefore !== undefined, 'itemsBefore', 'required');
  days.knows(!isPerItem || pages === undefined, 'pages', 'one-standard');
  days.knows(isPerItem || pages !== undefined, 'pages', 'required');
  days.knows(isPerItem || itemsBefore === undefined, 'itemsBefore', 'one-standard');
  days.knows(isPerItem || itemsNow === undefined, 'itemsNow', 'one-standard');
}

/** The fee for what was counted, less what was paid of it; nothing is free of charge, and no other amount is asked for. @returns yuan */
export function checkFee(charged: Charged & Pick<Asked, 'paidBefore'>, { tariffs, days }: Charging): number {
  const { basis, itemsBefore, pages, amount, paidBefore = 0 } = charged;
  const [path, counted] = basis === 'per_item' ? (['itemsBefore', itemsBefore] as const) : (['pages', pages] as const);
  const fee = yuanFor(charged, tariffs);
  const yuan = fee - paidBefore;
  if (counted === undefined) return yuan;
  if (yuan > 0) checkAmount(amount, yuan, days);
  else days.add(fee > 0 ? { path, code: 'fee-paid', facts: { yuan: paidBefore } } : { path, code: 'below-threshold' });
  return yuan;
}

function checkAmount(amount: number | undefined, yuan: number, days: DayCheck): void {
  if (amount !== undefined && amount !== yuan) days.add({ path: 'amount', code: 'fee-differs', facts: { yuan } });
}

function yuanFor({ basis, itemsBefore = 0, itemsNow = 0, pages = 0 }: Charged, tariffs: FeeTariffs): number {
  if (basis === 'per_volume') return feePerPages({ pages }, tariffs).yuan;
  return feePerItems({ earlierItemsThisMonth: itemsBefore, items: itemsNow }, tariffs).yuan;
}

/**
 * How the fee follows from what a notice counted, tier by tier (FEE 4, 5): what it asks for, and what of it was paid before. Undefined where nothing was counted, and where the
 * tariff makes another amount of it: a tariff of today does not explain what was asked for under another one.
 */
export function feeExplained(
  { amount = 0, paidBefore = 0, ...charged }: Charged & Pick<Asked, 'paidBefore'>,
  tariffs: FeeTariffs | undefined,
): Fee | undefined {
  const choice = choiceIn(charged);
  if (tariffs === undefined || choice === undefined) return undefined;
  const fee = feeFor(choice, tariffs);
  return fee.yuan === amount + paidBefore ? fee : undefined;
}

/** The standard with what was counted by it; undefined where nothing was. */
function choiceIn({ basis, itemsBefore, itemsNow, pages }: Charged): FeeChoice | undefined {
  if (basis === 'per_volume') return pages === undefined ? undefined : { basis, pages };
  if (itemsBefore === undefined || itemsNow === undefined) return undefined;
  return { basis, earlierItemsThisMonth: itemsBefore, items: itemsNow };
}
