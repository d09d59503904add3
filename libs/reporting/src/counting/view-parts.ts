import type { LocalDate } from '@gongkai/calendar';
import type { AnnualReport, OrganKind } from '@gongkai/contracts';
import { inForce, type AnnualReportFormat, type Statute } from '@gongkai/statutes';
import { textOf } from '../print/printed-table.js';
import type { Scope } from '../reads/scope.js';
import type { Member } from './members.js';

/** By when the report of a year has to be public: of a department on 31 January, of a government on 31 March (REG 49). */
export function dueOf(year: number, kind: OrganKind, statute: Statute): LocalDate {
  const last = `${String(year)}-12-31` as LocalDate;
  const monthAndDay = inForce(statute, `report.due.${kind === 'government' ? 'government' : 'department'}`, last);
  return `${String(year + 1)}-${monthAndDay}` as LocalDate;
}

/** The sections of the format, as they are headed. */
export const sectionsOf = ({ sections }: AnnualReportFormat): AnnualReport['sections'] =>
  sections.map(({ id, no, title, kind }) => ({ id, no, title: textOf(title), kind }));

/** The lines of table B that tell how much an organ had and did. */
const LINES = { received: 'received', carriedIn: 'carried_in', handled: 'sum', carriedOut: 'carried_out' } as const;

/** What a report is rolled up from, organ by organ. */
export function membersOf(
  { members: organs }: Scope,
  members: ReadonlyMap<string, Member>,
  { cells }: AnnualReportFormat,
): AnnualReport['members'] {
  const cellOf = (measure: string): string => cells.find((cell) => cell.measure === measure && cell.column === 'total')?.id ?? '';
  return organs.map(({ code, name }) => {
    const { numbers = {}, isElsewhere = false } = members.get(code) ?? {};
    const line = (what: keyof typeof LINES): number => numbers[cellOf(LINES[what])] ?? 0;
    return {
      organ: { code, name },
      received: line('received'),
      carriedIn: line('carriedIn'),
      handled: line('handled'),
      carriedOut: line('carriedOut'),
      ...(isElsewhere ? { isElsewhere } : {}),
    };
  });
}
