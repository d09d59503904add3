import type { CaseQueries, Person } from '@gongkai/casework';
import type { Completeness } from '@gongkai/contracts';
import { remedyAwaited } from '@gongkai/lifecycle';
import { completenessOf } from './completeness-of.js';

/** More entries than a journal has. */
const ALL = 1_000_000;

/** What is missing of a case, for who is about to file it. */
export class FilingChecks {
  constructor(private readonly queries: Pick<CaseQueries, 'view' | 'documents' | 'journal' | 'paperMatter'>) {}

  /** @throws Refusal `case-not-found` */
  async ofCase(caseId: string, person: Person): Promise<Completeness> {
    const [view, documents, journal, { reckoned }] = await Promise.all([
      this.queries.view(person, caseId),
      this.queries.documents(person, caseId),
      this.queries.journal(person, caseId, { limit: ALL }),
      this.queries.paperMatter(person, caseId),
    ]);
    const { law, others, today } = reckoned;
    // What is filed already waits for nothing.
    const awaited = view.state === 'filed' ? null : remedyAwaited(today, law.statute, others);
    return completenessOf(view, documents.items, journal.items, awaited);
  }
}
