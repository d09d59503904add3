import { localDate, yearOf, type LocalDate } from '@gongkai/calendar';
import type { DutySource, LawShelf, OwedDuty } from '@gongkai/casework';
import type { OrganKind } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import { dueOf } from '../counting/view-parts.js';
import { numbersOfYear, rolledUpNumbersOf } from './report-publications.js';

type OrganRow = {
  readonly id: string;
  readonly kind: OrganKind;
  readonly taken: LocalDate | null;
  /** A government that has a report of its own office beside that of everything below: the office's is not what it owes. */
  readonly isApart: boolean;
};
type Read = Parameters<DutySource>[1];
type PublicRow = { readonly organId: string; readonly since: LocalDate };

/**
 * Departments and governments that had cases here by the end of a year, or hold a frozen report of it; a unit's figures stand in the
 * report of its department. One that was made elsewhere is public from the day it was taken in.
 */
const REPORTING = `
  SELECT organ.id, organ.kind, apart.is AS "isApart",
         (SELECT min((taken_at AT TIME ZONE 'Asia/Shanghai')::date) FROM published_report
           WHERE published_report.organ_id = organ.id AND published_report.year = $1 AND published_report.over_at IS NULL
             AND (scope = 'below' OR NOT apart.is)) AS taken
    FROM organ CROSS JOIN LATERAL (
      SELECT organ.kind = 'government' AND EXISTS (SELECT FROM organ AS below WHERE below.path @> ARRAY[organ.id] AND below.id <> organ.id)
             AND EXISTS (SELECT FROM annual_report WHERE annual_report.organ_id = organ.id AND annual_report.year = $1 AND scope = 'own') AS is) AS apart
   WHERE organ.kind <> 'unit'
     AND (EXISTS (SELECT FROM annual_report WHERE annual_report.organ_id = organ.id AND annual_report.year = $1)
       OR EXISTS (SELECT FROM case_file WHERE case_file.organ_id = organ.id AND received_on <= make_date($1, 12, 31)))`;

/** Asks which organs have something public under one of these index numbers, as `organId`, and `since` when. */
type AskForPublic = (organIds: readonly string[], indexNumbers: readonly string[]) => Statement;

/** Annual reports that organs owe to the public for the year before (REG 49), until they are published, or the next is owed. */
export const owedReports =
  (laws: LawShelf, askForPublic: AskForPublic): DutySource =>
  async ({ from, to }, read) => {
    const owed: (() => OwedDuty)[] = [];
    for (let year = yearOf(from) - 1; year < yearOf(to); year += 1) {
      const organs = await read<OrganRow>({ name: 'reporting-organs', text: REPORTING, values: [year] });
      const shownOn = await shownSince(organs, { year, read, askForPublic });
      owed.push(
        ...organs.flatMap(({ id, kind, taken }) => {
          const until = earliest(taken, shownOn.get(id), localDate(`${String(year + 2)}-01-01`));
          return until > from ? [() => dutyOf(laws, { id, kind, year, until })] : [];
        }),
      );
    }
    return owed;
  };

/** Since when an organ has what it owes before the public. */
async function shownSince(
  organs: readonly OrganRow[],
  { year, read, askForPublic }: { readonly year: number; readonly read: Read; readonly askForPublic: AskForPublic },
): Promise<ReadonlyMap<string, LocalDate>> {
  const shown: PublicRow[] = [];
  for (const apart of [false, true]) {
    const ids = organs.filter(({ isApart }) => isApart === apart).map(({ id }) => id);
    const numbers = apart ? rolledUpNumbersOf(year) : numbersOfYear(year);
    if (ids.length > 0) shown.push(...(await read<PublicRow>(askForPublic(ids, numbers))));
  }
  return new Map(shown.map(({ organId, since }) => [organId, since]));
}

const earliest = (taken: LocalDate | null, shown: LocalDate | undefined, next: LocalDate): LocalDate =>
  [taken ?? next, shown ?? next].reduce((first, day) => (day < first ? day : first), next);

type Report = Pick<OrganRow, 'id' | 'kind'> & { readonly year: number; readonly until: LocalDate };

function dutyOf(laws: LawShelf, { id, kind, year, until }: Report): OwedDuty {
  const { statute } = laws.lawOf(laws.statute, localDate(`${String(year)}-12-31`));
  const since = localDate(`${String(year + 1)}-01-01`);
  return { organId: id, deadline: 'annualReportDue', about: String(year), due: dueOf(year, kind, statute), since, until };
}
