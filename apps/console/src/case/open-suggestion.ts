import type { CaseView, JournalEntryView } from '@gongkai/contracts';
import { dayOf } from './history/events.js';

/** What an applicant suggests, on which day, and why where that was said. */
export type OpenSuggestion = { readonly on: string; readonly reason: string | null };

/** That everybody may read what was asked for (REG 44), as long as the office has neither decided it nor declined it; else null. */
export function openSuggestion(
  { publication }: Pick<CaseView, 'publication'>,
  journal: readonly JournalEntryView[],
): OpenSuggestion | null {
  if (publication !== 'suggested') return null;
  const since = journal.slice(journal.findLastIndex(({ type }) => type === 'PUBLICATION_DECLINED') + 1);
  const found = since.findLast(isByApplicant);
  if (found === undefined || since.some(isDecision)) return null;
  const { reason } = found.type === 'APPLICATION_RECEIVED' ? (found.fact.suggestion as Said) : (found.fact as Said);
  return { on: dayOf(found), reason: reason ?? null };
}

type Said = { readonly reason?: string };

const isByApplicant = ({ type, fact }: JournalEntryView): boolean =>
  type === 'APPLICATION_RECEIVED' ? fact.suggestion !== undefined : type === 'PUBLICATION_SUGGESTED' && fact.byApplicant === true;

const isDecision = ({ type, fact }: JournalEntryView): boolean =>
  type === 'PUBLICATION_SUGGESTED' ? fact.byApplicant !== true : type === 'WITHHOLDING_REVIEWED' && fact.result !== 'withheld';
