import type { LocalDate } from '@gongkai/calendar';
import type { DutySource, LawShelf, OrganDuty } from '@gongkai/casework';
import type { OrganKind } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import { dueOf } from '../counting/view-parts.js';
import { numbersOfYear } from './report-publications.js';

type OrganRow = { readonly id: string; readonly kind: OrganKind };

/**
 * Departments and governments that had cases here by the end of a year, or hold a frozen report of it; a unit's figures stand in the
 * report of its department. One that was made elsewhere and taken in is public already.
 */
const REPORTING = `
  SELECT organ.id, organ.kind FROM organ
   WHERE organ.kind <> 'unit'
     AND (EXISTS (SELECT FROM annual_report WHERE annual_report.organ_id = organ.id AND annual_report.year = $1)
       OR EXISTS (SELECT FROM case_file WHERE case_file.organ_id = organ.id AND received_on <= make_date($1, 12, 31)))
     AND NOT EXISTS (SELECT FROM published_report WHERE published_report.organ_id = organ.id AND published_report.year = $1
                        AND published_report.over_at IS NULL)`;

/** Asks which organs have something public under one of these index numbers, as `organId`. */
type AskForPublic = (organIds: readonly string[], indexNumbers: readonly string[]) => Statement;

/** Annual reports that organs owe to the public for the last year (REG 49), until they are published. */
export const owedReports =
  (laws: LawShelf, askForPublic: AskForPublic): DutySource =>
  async (today, read) => {
    const year = Number(today.slice(0, 4)) - 1;
    const { statute } = laws.lawOf(laws.statute, `${String(year)}-12-31` as LocalDate);
    const organs = await read<OrganRow>({ name: 'reporting-organs', text: REPORTING, values: [year] });
    const ids = organs.map(({ id }) => id);
    const rows = await read<{ organId: string }>(askForPublic(ids, numbersOfYear(year)));
    const published = new Set(rows.map(({ organId }) => organId));
    return organs
      .filter(({ id }) => !published.has(id))
      .map(({ id, kind }) => (): OrganDuty => {
        return { organId: id, deadline: 'annualReportDue', about: String(year), due: dueOf(year, kind, statute) };
      });
  };
