import type { LocalDate } from '@gongkai/calendar';
import { organInSight, type Person } from '@gongkai/casework';
import type { PublicationDuty } from '@gongkai/contracts';
import { withheldItems, type CaseFile } from '@gongkai/lifecycle';
import type { Statement } from '@gongkai/platform';

/** A case that owes something, and until when; no name of a deadline where an answer is waited for. */
export type DutyRow = {
  readonly id: string;
  readonly number: string;
  readonly file: CaseFile;
  readonly name: string | null;
  readonly due: LocalDate | null;
  readonly provisional: LocalDate | null;
  /** Why it was suggested last, where somebody said so. */
  readonly reason: string | null;
  /** How many rows there are, with those that are not told. */
  readonly total: number;
};

/** Whose cases are read. */
type Sight = Pick<Person, 'organId' | 'seesBelow'>;

/** Those that are told of each kind: what is due first comes first. */
const MOST = 1000;

/** The tables, with what holds of their rows; those that come first; and where it is kept why. */
type Read = { readonly from: string; readonly order: string; readonly reason?: string };

const dutiesOf = ({ organId, seesBelow }: Sight, { from, order, reason = 'NULL' }: Read): Statement => ({
  text: `
    SELECT case_file.id, case_file.number, case_file.file, deadline.name, deadline.due, deadline.provisional, ${reason} AS reason,
           count(*) OVER ()::int AS total
      ${from} AND ${organInSight(1, 2)}
     ORDER BY ${order} LIMIT ${String(MOST)}`,
  values: [organId, seesBelow],
});

/** What is suggested with the application stands in its fact, what is suggested later in one of its own; else where it was taken out of. */
const WHY = `
  (SELECT coalesce(journal.fact ->> 'reason', journal.fact #>> '{suggestion,reason}')
     FROM journal
    WHERE journal.case_id IN (case_file.id, (
            SELECT (born.fact ->> 'splitFrom')::uuid FROM journal AS born WHERE born.case_id = case_file.id AND born.seq = 1))
      AND (journal.type = 'PUBLICATION_SUGGESTED' OR journal.fact ? 'suggestion')
    ORDER BY journal.case_id = case_file.id DESC, journal.seq DESC LIMIT 1)`;

/** Suggestions that nobody has answered since the reply left, the oldest first; then decisions of which there is no draft. */
export const readPromotions = (person: Sight): Statement =>
  dutiesOf(person, {
    from: `FROM case_file
      JOIN organ ON organ.id = case_file.organ_id
      LEFT JOIN deadline ON deadline.case_id = case_file.id AND deadline.name = 'promotionDue'
     WHERE case_file.waits @> '{publication}'
       AND (case_file.file #>> '{promotion,decidedOn}' IS NOT NULL
            OR case_file.state IN ('dispatched', 'returned', 'closed', 'filed'))
       AND NOT EXISTS (SELECT FROM publication_draft AS draft
                        WHERE draft.case_id = case_file.id AND draft.state IN ('draft', 'reviewing', 'reviewed'))`,
    order: `coalesce(deadline.due, deadline.provisional) NULLS FIRST, case_file.file #>> '{promotion,suggestedOn}', case_file.id`,
    reason: WHY,
  });

/** What was withheld, and when it is to be assessed anew. */
export const readWithheld = (person: Sight): Statement =>
  dutiesOf(person, {
    from: `FROM deadline
      JOIN case_file ON case_file.id = deadline.case_id
      JOIN organ ON organ.id = case_file.organ_id
     WHERE deadline.name LIKE 'withholdingReviewDue:%'`,
    order: 'coalesce(deadline.due, deadline.provisional), case_file.id, deadline.name',
  });

/** How many of a kind are left out. */
export const leftOut = (rows: readonly Pick<DutyRow, 'total'>[]): number => (rows[0]?.total ?? 0) - rows.length;

/** A duty as it is told on a day. */
export function dutyOf(row: DutyRow, today: LocalDate): PublicationDuty[] {
  const { id, number, file, name, reason } = row;
  const told = { case: { id, number }, due: dueOf(row, today) };
  const itemId = name?.split(':')[1];
  if (itemId !== undefined) return withheldDuty(file, itemId).map((duty) => ({ ...told, ...duty }));
  const { suggestedOn, decidedOn } = file.promotion ?? {};
  const since = decidedOn ?? suggestedOn;
  if (since === undefined) return [];
  const what = decidedOn ? ('publish' as const) : ('answer' as const);
  const subject = file.items.map(({ description }) => description).join('；');
  return [{ what, ...told, subject, item: null, since, reason: decidedOn ? null : reason }];
}

function withheldDuty(file: CaseFile, itemId: string): Omit<PublicationDuty, 'case' | 'due'>[] {
  const withheld = withheldItems(file).find(({ item }) => item.id === itemId);
  if (withheld === undefined) return [];
  const { item, since } = withheld;
  const { ground = '', article = '' } = item.decision ?? {};
  return [{ what: 'assess', subject: item.description, item: { id: item.id, ground, article }, since, reason: null }];
}

function dueOf({ due, provisional }: DutyRow, today: LocalDate): PublicationDuty['due'] {
  const on = due ?? provisional;
  return on === null ? null : { on, provisional: due === null, isPast: on < today };
}
