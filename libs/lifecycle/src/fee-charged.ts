import type { CommandOf } from '@gongkai/contracts';
import { feeFor, feePerItems, feePerPages, type Fee, type FeeChoice, type FeeTariffs } from '@gongkai/statutes';
import type { Making } from './establish-step.js';
import type { FeeNotice } from './fee-notice.js';
import { feePaid, isPaidOtherwise } from './fee-notices.js';

type Charged = Pick<
  CommandOf<'sendFeeNotice'>,
  'basis' | 'finding' | 'itemsBefore' | 'countedOtherwise' | 'itemsNow' | 'pages' | 'amount'
>;
type Charging = Pick<Making, 'days'> & { readonly tariffs: FeeTariffs };

/**
 * What a fee notice charges and for what: the finding that number or frequency clearly exceed a reasonable range (REG 42), what was counted
 * by one of the two standards (FEE 3), and the amount that follows from it.
 * @returns yuan
 */
export function feeCharged(command: Charged, { tariffs, file, days }: Making): Charged & { readonly amount: number } {
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
  const yuan = checkFee({ ...charged, amount }, { tariffs, days });
  checkUnpaid({ ...charged, amount: yuan }, { file, days });
  return { ...charged, amount: yuan };
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

/** What was counted and paid is not charged a second time: of the same items or pages a new notice asks for more than what was paid. */
function checkUnpaid(charged: Charged & { readonly amount: number }, { file, days }: Pick<Making, 'file' | 'days'>): void {
  const paid = feePaid(file);
  if (paid === null || charged.amount > paid.amount || countsOthers(charged, paid, file)) return;
  days.add({ path: charged.basis === 'per_item' ? 'itemsBefore' : 'pages', code: 'fee-paid', facts: { yuan: paid.amount } });
}

/** Whether it counts on from where the notice that was paid has ended, and charges other items of the month. */
const countsOthers = ({ basis, itemsBefore = 0 }: Charged, paid: FeeNotice, { items }: Making['file']): boolean =>
  basis === 'per_item' && itemsBefore >= (paid.itemsBefore ?? 0) + items.length;

/** The fee for what was counted; nothing is free of charge, and no other amount is asked for. @returns yuan */
export function checkFee(charged: Charged, { tariffs, days }: Charging): number {
  const { basis, itemsBefore, pages, amount } = charged;
  const [path, counted] = basis === 'per_item' ? (['itemsBefore', itemsBefore] as const) : (['pages', pages] as const);
  const yuan = yuanFor(charged, tariffs);
  if (counted === undefined) return yuan;
  days.knows(yuan > 0, path, 'below-threshold');
  if (yuan > 0 && amount !== undefined && amount !== yuan) days.add({ path: 'amount', code: 'fee-differs', facts: { yuan } });
  return yuan;
}

function yuanFor({ basis, itemsBefore = 0, itemsNow = 0, pages = 0 }: Charged, tariffs: FeeTariffs): number {
  if (basis === 'per_volume') return feePerPages({ pages }, tariffs).yuan;
  return feePerItems({ earlierItemsThisMonth: itemsBefore, items: itemsNow }, tariffs).yuan;
}

/**
 * How the amount of a fee notice follows from what it counted, tier by tier (FEE 4, 5). Undefined where nothing was counted, and where the
 * tariff makes another amount of it: a tariff of today does not explain what was asked for under another one.
 */
export function feeExplained({ amount, ...charged }: Charged, tariffs: FeeTariffs | undefined): Fee | undefined {
  const choice = choiceIn(charged);
  if (tariffs === undefined || choice === undefined) return undefined;
  const fee = feeFor(choice, tariffs);
  return fee.yuan === amount ? fee : undefined;
}

/** The standard with what was counted by it; undefined where nothing was. */
function choiceIn({ basis, itemsBefore, itemsNow, pages }: Charged): FeeChoice | undefined {
  if (basis === 'per_volume') return pages === undefined ? undefined : { basis, pages };
  if (itemsBefore === undefined || itemsNow === undefined) return undefined;
  return { basis, earlierItemsThisMonth: itemsBefore, items: itemsNow };
}
