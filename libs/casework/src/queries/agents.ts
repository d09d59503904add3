import type { LocalDate } from '@gongkai/calendar';
import { AgentField, type CaseAgents } from '@gongkai/contracts';
import type { Sealer, Statement } from '@gongkai/platform';
import { masked, openApplicant, type ApplicantRow } from '../applicants.js';

/** A record of the applicant, and the day from which it was the one; null for the one of the application. */
export type AgentRow = ApplicantRow & { readonly from: LocalDate | null; readonly entry_id: string };

/** Every record that was made of the applicant of a case, in the order it came about: one for each agent who came or went. */
export const applicantRecords = (caseId: string): Statement => ({
  name: 'applicant-records-of-case',
  text: `
    SELECT applicant.id AS applicant_id, applicant.kind AS applicant_kind, applicant.category AS applicant_category,
           applicant.name AS applicant_name, applicant.sealed, journal.fact ->> 'on' AS from, journal.id AS entry_id
      FROM journal JOIN applicant ON applicant.id = (journal.fact ->> 'applicantId')::uuid
     WHERE journal.case_id = $1 AND journal.type IN ('APPLICATION_RECEIVED', 'AGENT_CHANGED')
     ORDER BY journal.seq`,
  values: [caseId],
});

/** Who acted, each as last known. @param arrivedOn from when an agent acts who came with the application */
export function agentsIn(rows: readonly AgentRow[], sealer: Sealer, arrivedOn: LocalDate): CaseAgents['items'] {
  const acted: CaseAgents['items'] = [];
  let acting: CaseAgents['items'][number] | undefined;
  for (const row of rows) {
    const { agent, agentPhone, powerOfAttorneyFileId } = openApplicant(sealer, row);
    const day = row.from ?? arrivedOn;
    const known = { agentPhone, powerOfAttorneyFileId };
    if (acting !== undefined && acting.agent === agent) {
      Object.assign(acting, known);
      continue;
    }
    if (acting !== undefined) acting.until = day;
    acting = agent === undefined ? undefined : { agent, ...known, from: day, until: null };
    if (acting !== undefined) acted.push(acting);
  }
  return acted;
}

/** What each entry after the application changed of the agent; the numbers of documents are compared whole and told masked. */
export function agentChangesIn(rows: readonly AgentRow[], sealer: Sealer): CaseAgents['changes'] {
  const known = rows.map((row) => openApplicant(sealer, row));
  return rows.flatMap(({ entry_id: entryId }, i) => {
    const [before, after] = [known[i - 1], known[i]];
    if (before === undefined || after === undefined) return [];
    const fields = AgentField.options
      .filter((field) => before[field] !== after[field])
      .map((field) => ({ field, before: shown(field, before[field]), after: shown(field, after[field]) }));
    return [{ entryId, fields }];
  });
}

const shown = (field: (typeof AgentField.options)[number], value: string | undefined): string | null =>
  value === undefined ? null : field === 'agentIdNumber' ? masked(value) : value;
