import type { LocalDate } from '@gongkai/calendar';
import type { CaseView } from '@gongkai/contracts';

/** The day to work to while it is open which reading of a misaddressed letter holds; null where there is one reading. */
export const cautiousOf = ({ deadlines }: Pick<CaseView, 'deadlines'>): LocalDate | null =>
  deadlines.cautiousFinalDue ?? deadlines.provisionalCautiousFinalDue ?? null;
