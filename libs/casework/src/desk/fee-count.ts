import type { LocalDate } from '@gongkai/calendar';
import type { CommandOf, FeeCount, FieldProblem } from '@gongkai/contracts';
import type { Sealer, Statement } from '@gongkai/platform';
import { isSameApplicant, openApplicant, type Applicant, type ApplicantRow } from '../applicants.js';
import { asUuid } from '../visibility.js';

type CountedRow = ApplicantRow & {
  readonly id: string;
  readonly number: string;
  readonly received_on: LocalDate;
  readonly items: number;
};

/**
 * What people of the same name asked this organ in the month in which a case was received, before it: the day of receipt puts an item into
 * a month (`fee.month_basis`), and each organ counts by itself (`fee.scope`; FEE 4). What was logged by mistake was not asked; what was
 * withdrawn or taken out of a case was.
 */
export const readFeeCount = (caseId: string): Statement => ({
  name: 'fee-count',
  text: `
    SELECT earlier.id, earlier.number, earlier.received_on, applicant.id AS applicant_id, applicant.kind AS applicant_kind,
           applicant.category AS applicant_category, applicant.name AS applicant_name, applicant.sealed,
           jsonb_array_length(earlier.file -> 'items') + jsonb_array_length(coalesce(earlier.file -> 'withdrawnItems', '[]')) AS items
      FROM case_file AS own
      JOIN applicant AS mine ON mine.id = own.applicant_id
      JOIN case_file AS earlier ON earlier.organ_id = own.organ_id AND earlier.id <> own.id
       AND earlier.received_on >= date_trunc('month', own.received_on)
       AND (earlier.received_on, earlier.opened_on, earlier.number) < (own.received_on, own.opened_on, own.number)
      JOIN applicant ON applicant.id = earlier.applicant_id AND applicant.kind = mine.kind AND applicant.name = mine.name
     WHERE own.id = $1
       AND NOT EXISTS (SELECT FROM journal WHERE journal.case_id = earlier.id AND journal.type = 'VOIDED')
     ORDER BY earlier.received_on, earlier.number`,
  values: [asUuid(caseId)],
});

/** Of those that the very same applicant asked. */
export function feeCountOf(rows: readonly unknown[], applicant: Applicant, sealer: Sealer): FeeCount {
  const own = (rows as readonly CountedRow[]).filter((row) => isSameApplicant(openApplicant(sealer, row), applicant));
  const cases = own.map(({ id, number, received_on: receivedOn, items }) => ({ id, number, receivedOn, items }));
  return { items: cases.reduce((sum, { items }) => sum + items, 0), cases };
}

/** Another number than the register counts takes a reason. */
export function feeCountProblems(
  { basis, itemsBefore, countedOtherwise }: CommandOf<'sendFeeNotice'>,
  { items }: FeeCount,
): readonly FieldProblem[] {
  const isCounted = basis !== 'per_item' || itemsBefore === undefined || itemsBefore === items;
  return isCounted || countedOtherwise !== undefined
    ? []
    : [{ path: 'countedOtherwise', code: 'count-differs', facts: { items } }];
}
