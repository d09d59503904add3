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
};

/** Those that are told of each kind: what is due first comes first. */
const MOST = 200;

/** @param from the tables, with what holds of their rows; cases of the organs in sight @param order those that come first */
const dutiesOf = ({ organId, seesBelow }: Person, from: string, order: string): Statement => ({
  text: `
    SELECT case_file.id, case_file.number, case_file.file, deadline.name, deadline.due, deadline.provisional
      ${from} AND ${organInSight(1, 2)}
     ORDER BY ${order} LIMIT ${String(MOST)}`,
  values: [organId, seesBelow],
});

/** Suggestions that nobody has answered, and decisions of which there is no draft. */
export const readPromotions = (person: Person): Statement =>
  dutiesOf(
    person,
    `FROM case_file
      JOIN organ ON organ.id = case_file.organ_id
      LEFT JOIN deadline ON deadline.case_id = case_file.id AND deadline.name = 'promotionDue'
     WHERE case_file.waits @> '{publication}'
       AND NOT EXISTS (SELECT FROM publication_draft AS draft
                        WHERE draft.case_id = case_file.id AND draft.state IN ('draft', 'reviewing', 'reviewed'))`,
    'coalesce(deadline.due, deadline.provisional) NULLS FIRST, case_file.id',
  );

/** What was withheld, and when it is to be assessed anew. */
export const readWithheld = (person: Person): Statement =>
  dutiesOf(
    person,
    `FROM deadline
      JOIN case_file ON case_file.id = deadline.case_id
      JOIN organ ON organ.id = case_file.organ_id
     WHERE deadline.name LIKE 'withholdingReviewDue:%'`,
    'coalesce(deadline.due, deadline.provisional), case_file.id, deadline.name',
  );

/** A duty as it is told on a day. */
export function dutyOf(row: DutyRow, today: LocalDate): PublicationDuty[] {
  const { id, number, file, name } = row;
  const told = { case: { id, number }, due: dueOf(row, today) };
  const itemId = name?.split(':')[1];
  if (itemId !== undefined) return withheldDuty(file, itemId).map((duty) => ({ ...told, ...duty }));
  const { suggestedOn, decidedOn } = file.promotion ?? {};
  const since = decidedOn ?? suggestedOn;
  if (since === undefined) return [];
  const what = decidedOn ? ('publish' as const) : ('answer' as const);
  return [{ what, ...told, subject: file.items.map(({ description }) => description).join('；'), item: null, since }];
}

function withheldDuty(file: CaseFile, itemId: string): Pick<PublicationDuty, 'what' | 'subject' | 'item' | 'since'>[] {
  const withheld = withheldItems(file).find(({ item }) => item.id === itemId);
  if (withheld === undefined) return [];
  const { item, since } = withheld;
  const { ground = '', article = '' } = item.decision ?? {};
  return [{ what: 'assess', subject: item.description, item: { id: item.id, ground, article }, since }];
}

function dueOf({ due, provisional }: DutyRow, today: LocalDate): PublicationDuty['due'] {
  const on = due ?? provisional;
  return on === null ? null : { on, provisional: due === null, isPast: on < today };
}
