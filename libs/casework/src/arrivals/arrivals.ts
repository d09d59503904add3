import type { LocalDate } from '@gongkai/calendar';
import type { ArrivalList, ArrivalOutlook, ArrivalRow, ContactAttempt, OutlookRequest, PageQuery } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import { arrivalDay } from '@gongkai/statutes';
import type { DeskParts } from '../desk/case-desk.js';
import type { Person } from '../person.js';
import { caseRow, listStatement, pageOf, type ListedRow } from '../queries/case-list.js';
import { lightDays } from '../queries/list-sql.js';
import { presented } from '../queries/present.js';
import { outlookOf, waitedSince } from './outlook.js';

type AttemptRow = Omit<ContactAttempt, 'on'> & { readonly case_id: string; readonly on_day: LocalDate };

/** What has arrived and what it means. */
export class Arrivals {
  constructor(private readonly parts: Pick<DeskParts, 'pool' | 'clock' | 'laws'>) {}

  /** What an arrival would mean if this person's organ logged it today. @throws Refusal `invalid-request` where its days do not fit */
  outlook({ organId }: Person, { receipt }: OutlookRequest): ArrivalOutlook {
    const { laws, clock } = this.parts;
    return outlookOf(receipt, { laws, today: clock.today(), organId });
  }

  /** Applications of the own organ that wait for their confirmation, in the order they were logged. */
  async unconfirmed(person: Person, page: PageQuery): Promise<ArrivalList> {
    const { pool, clock, laws } = this.parts;
    const today = clock.today();
    const law = laws.lawOf(laws.statute, today, person.organId);
    const filters = { ...page, state: ['unconfirmed' as const], sort: 'openedOn' as const };
    const statement = listStatement({ ...person, seesBelow: false }, filters, lightDays(today, laws));
    const rows = await presented((await pool.query<ListedRow>(statement)).rows, this.parts);
    const { nextCursor } = pageOf(rows, page.limit, { laws, today });
    const shown = rows.slice(0, page.limit);
    const attempts = await this.#attempts(shown.map(({ id }) => id));
    return {
      items: shown.map((row): ArrivalRow => {
        const { receipt } = row.file;
        const arrivedOn = arrivalDay(receipt);
        return {
          ...caseRow(row, { laws, today }),
          arrivedOn,
          waitedDays: waitedSince(arrivedOn, today, law),
          misaddressed: 'misaddressed' in receipt && receipt.misaddressed === true,
          attempts: attempts.get(row.id) ?? [],
        };
      }),
      nextCursor,
    };
  }

  async #attempts(caseIds: readonly string[]): Promise<ReadonlyMap<string, ContactAttempt[]>> {
    const { rows } = await this.parts.pool.query<AttemptRow>(attemptsOf(caseIds));
    const byCase = new Map<string, ContactAttempt[]>();
    for (const { case_id, on_day, how, result, by } of rows)
      byCase.set(case_id, [...(byCase.get(case_id) ?? []), { on: on_day, how, result, by }]);
    return byCase;
  }
}

const attemptsOf = (caseIds: readonly string[]): Statement => ({
  name: 'contact-attempts',
  text: `
    SELECT journal.case_id, (journal.fact ->> 'on')::date AS on_day, journal.fact ->> 'how' AS how, journal.fact ->> 'result' AS result,
           coalesce(person.name, '') AS by
      FROM journal LEFT JOIN person ON person.id::text = journal.actor_id
     WHERE journal.case_id = ANY ($1) AND journal.type = 'CONTACT_ATTEMPTED'
     ORDER BY journal.case_id, journal.seq`,
  values: [caseIds],
});
