import type { AnnualReportFormat, ReportNumbers } from '@gongkai/statutes';
import type { Register } from '../reads/counted-sql.js';
import { only, type Counted } from './counted.js';
import { tally, type Manner } from './tally.js';

/** The numbers of an organ in a roll-up: counted from its cases, or those of a report that was made elsewhere. */
export type Member = { readonly numbers: ReportNumbers; readonly isElsewhere: boolean };

type Ways = { readonly manner: Manner; readonly published: ReadonlyMap<string, ReportNumbers> };

/** Each organ with its numbers. Who has a case here is counted here, whatever was published elsewhere: no application counts twice. */
export function membersIn(counted: Counted, codes: readonly string[], { manner, published }: Ways): ReadonlyMap<string, Member> {
  return new Map(
    codes.map((code): [string, Member] => {
      const own = only(counted, code);
      const elsewhere = own.groups.length + own.remedies.length + own.fees.length === 0 ? published.get(code) : undefined;
      return [code, { numbers: elsewhere ?? tally(own, manner).numbers, isElsewhere: elsewhere !== undefined }];
    }),
  );
}

const inAll = (others: readonly ReportNumbers[], cell: string): number =>
  others.reduce((sum, numbers) => sum + (numbers[cell] ?? 0), 0);

/** Numbers of which each is counted, with those that were made elsewhere. */
export const plus = (numbers: ReportNumbers, others: readonly ReportNumbers[]): ReportNumbers =>
  Object.fromEntries(Object.entries(numbers).map(([cell, number]) => [cell, number + inAll(others, cell)]));

/**
 * The cells of table A of a roll-up: the sum of those of its members (A6), of each cell that all of them have. One that lacks with somebody
 * is missing, not as much as the others have.
 */
export function rolledUp(members: readonly ReportNumbers[], { cells }: AnnualReportFormat): ReportNumbers {
  if (members.length === 1) return {};
  const entered = cells.filter(({ measure }) => measure === 'entered').map(({ id }) => id);
  const known = entered.filter((cell) => members.every((numbers) => numbers[cell] !== undefined));
  return Object.fromEntries(known.map((cell) => [cell, inAll(members, cell)]));
}

/** What the register of cases holds (A10), and what was counted elsewhere, of which it knows nothing. */
export function registerWith(register: Register, others: readonly ReportNumbers[], { identities }: AnnualReportFormat): Register {
  const check = identities.map((identity) => identity.check).find(({ by }) => by === 'register');
  if (check?.by !== 'register') return register;
  return {
    received: register.received + inAll(others, check.received),
    outcomes: register.outcomes + inAll(others, check.outcomes),
    open: register.open + inAll(others, check.open),
  };
}
