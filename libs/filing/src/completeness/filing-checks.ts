import type { CaseQueries, Person } from '@gongkai/casework';
import type { Completeness } from '@gongkai/contracts';
import { completenessOf } from './completeness-of.js';

/** More entries than a journal has. */
const ALL = 1_000_000;

/** What is missing of a case, for who is about to file it. */
export class FilingChecks {
  constructor(private readonly queries: Pick<CaseQueries, 'view' | 'documents' | 'journal'>) {}

  /** @throws Refusal `case-not-found` */
  async ofCase(caseId: string, person: Person): Promise<Completeness> {
    const [view, documents, journal] = await Promise.all([
      this.queries.view(person, caseId),
      this.queries.documents(person, caseId),
      this.queries.journal(person, caseId, { limit: ALL }),
    ]);
    return completenessOf(view, documents.items, journal.items);
  }
}
