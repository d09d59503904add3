import { addDays, type LocalDate } from '@gongkai/calendar';
import type { LawShelf } from '@gongkai/casework';
import type { FormedInformation } from '@gongkai/contracts';
import { inForce, otherDeadlines } from '@gongkai/statutes';

/** On which day something was formed or changed, and the term of another law where one is set. */
export type Formed = {
  readonly organId: string;
  readonly on: LocalDate;
  readonly termDays: number | null;
  readonly termUnit: 'working_days' | 'calendar_days' | null;
  readonly termSource: string | null;
};

type LawOfCase = ReturnType<LawShelf['lawOf']>;
type Due = Omit<FormedInformation['due'], 'daysLeft'>;

/**
 * Until when information has to be public: 20 working days after it was formed or changed (REG 26), or the term of another law. A term in
 * calendar days is not put off by a day off at its end: nobody is told a later day than that law may mean.
 */
export function formedDue(formed: Formed, laws: LawShelf): Due {
  const { organId, on } = formed;
  const law = laws.lawOf(laws.statute, on, organId);
  return ownTerm(formed, law) ?? ofStatute(on, law);
}

function ownTerm({ on, termDays: days, termUnit: unit, termSource: source }: Formed, { calendar }: LawOfCase): Due | null {
  if (days === null || unit === null) return null;
  const until = unit === 'working_days' ? calendar.add(on, days) : addDays(on, days);
  return { on: until, provisional: calendar.isProvisional(until), days, unit, article: null, source };
}

function ofStatute(on: LocalDate, { statute, calendar, grounds }: LawOfCase): Due {
  const [period] = otherDeadlines([{ type: 'information_created', on }], statute, calendar, grounds);
  const due = period?.due ?? period?.provisionalDue;
  if (period === undefined || due === undefined) throw new Error('Information that was formed has no period in this statute.');
  return {
    ...{ on: due, provisional: period.due === null, article: period.article, source: null },
    ...{ days: inForce(statute, 'proactive.days', on), unit: 'working_days' },
  };
}
