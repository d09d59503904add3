import type { LocalDate } from '@gongkai/calendar';
import type { CaseRow } from '@gongkai/contracts';

/** What a day is that is not simply due. */
type DueMark = 'again' | 'cautious' | 'cautious-provisional' | 'provisional' | 'forecast';

type Due = {
  readonly day: LocalDate;
  readonly mark: DueMark | null;
  /** The later reading of a misaddressed letter. */
  readonly otherwise: LocalDate | null;
};

type Dated = Pick<CaseRow, 'turn' | 'finalDue' | 'provisional' | 'cautious' | 'provisionalCautious' | 'light'>;

/** What a row is due by, as lists are sorted: of a reply that is challenged, the answer to the remedy; of one that came back, the next try. */
export function dueOf(row: Dated): Due | null {
  if (row.turn.due !== null) return { day: row.turn.due, mark: row.turn.step === 'dispatch' ? 'again' : null, otherwise: null };
  const day = row.finalDue ?? row.provisional;
  const cautious = cautiousOf(row);
  if (cautious !== null && (day === null || cautious.day < day)) return { ...cautious, otherwise: day };
  return day === null ? null : { day, mark: markOf(row), otherwise: null };
}

/** The earlier reading of a misaddressed letter, firm or an estimate. */
function cautiousOf({ cautious, provisionalCautious }: Dated): Pick<Due, 'day' | 'mark'> | null {
  if (cautious !== null) return { day: cautious, mark: 'cautious' };
  return provisionalCautious === null ? null : { day: provisionalCautious, mark: 'cautious-provisional' };
}

/** How sure the reply date is. */
function markOf({ finalDue, light }: Dated): DueMark | null {
  if (finalDue === null) return 'provisional';
  return light === 'stopped' ? 'forecast' : null;
}
