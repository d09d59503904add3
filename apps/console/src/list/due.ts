import type { LocalDate } from '@gongkai/calendar';
import type { CaseRow } from '@gongkai/contracts';

/** What a day is that is not simply due. */
type DueMark = 'cautious' | 'provisional' | 'forecast';

type Due = {
  readonly day: LocalDate;
  readonly mark: DueMark | null;
  /** The later reading of a misaddressed letter. */
  readonly otherwise: LocalDate | null;
};

type Dated = Pick<CaseRow, 'turn' | 'finalDue' | 'provisional' | 'cautious' | 'light'>;

/** What a row is due by, as lists are sorted: of a reply that is challenged, the answer to the remedy. */
export function dueOf(row: Dated): Due | null {
  if (row.turn.due !== null) return { day: row.turn.due, mark: null, otherwise: null };
  const day = row.finalDue ?? row.provisional;
  if (row.cautious !== null && (day === null || row.cautious < day))
    return { day: row.cautious, mark: 'cautious', otherwise: day };
  return day === null ? null : { day, mark: markOf(row), otherwise: null };
}

/** How sure the reply date is. */
function markOf({ finalDue, light }: Dated): DueMark | null {
  if (finalDue === null) return 'provisional';
  return light === 'stopped' ? 'forecast' : null;
}
