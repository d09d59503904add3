import { Refusal, type ReportPeriodQuery } from '@gongkai/contracts';
import { reachesBack, sumsOf, type AnnualReportFormat, type Identity } from '@gongkai/statutes';
import { periodOf, type Period } from './counted.js';

type Asked = Pick<ReportPeriodQuery, 'from' | 'to'>;

/**
 * The period that is asked for where it is another than the whole year; a day that is not named is that of the year.
 * @throws Refusal `invalid-request` where it ends before it begins
 */
export function partOf(year: number, asked: Asked): Period | null {
  const whole = periodOf(year);
  const { from = whole.from, to = whole.to } = asked;
  if (to < from) throw new Refusal('invalid-request', [{ path: 'to', code: 'ends-before-start' }]);
  return from === whole.from && to === whole.to ? null : { from, to };
}

/** What of a format is counted from the cases: what people enter, and what holds from year to year, is of a whole year. */
export function countedOnly(format: AnnualReportFormat): AnnualReportFormat {
  const entered = new Set(format.cells.flatMap(({ table, measure }) => (measure === 'entered' ? [table] : [])));
  const tables = format.tables.filter(({ id }) => !entered.has(id));
  return {
    ...format,
    tables,
    sections: format.sections.filter(({ id }) => tables.some(({ section }) => section === id)),
    cells: format.cells.filter(({ table }) => !entered.has(table)),
    identities: format.identities.flatMap((identity) => {
      const check = checkOf(identity.check, format, entered);
      return check === null ? [] : [{ ...identity, check }];
    }),
  };
}

/** The same over the tables that are left; null where nothing of it is. */
function checkOf(check: Identity['check'], format: AnnualReportFormat, entered: ReadonlySet<string>): Identity['check'] | null {
  if (check.by === 'narrative') return null;
  if (check.by === 'roll_up') return { ...check, tables: check.tables.filter((table) => !entered.has(table)) };
  const isOut = check.by === 'sum' && (entered.has(check.table) || sumsOf(check, format).some(reachesBack));
  return isOut ? null : check;
}
