import { organNews, organNewsOver, type LawShelf } from '@gongkai/casework';
import type { AssessmentState, OrganNewsName } from '@gongkai/contracts';
import type { Clock, CommandPool, Statement } from '@gongkai/platform';
import type { AssessedRow, KeptAssessment } from './assessment-rows.js';

/** What an organ is told of its assessment, by the state it has come to. */
const NEWS: Readonly<Partial<Record<AssessmentState, OrganNewsName>>> = {
  told: 'assessment-told',
  settled: 'assessment-settled',
};

type Parts = { readonly pool: CommandPool; readonly laws: LawShelf; readonly clock: Clock };

/** Who is assessed is told as soon as there is something to see; what was told before it is over, and also where it was taken back. */
export async function newsOf(row: AssessedRow, kept: KeptAssessment, parts: Parts): Promise<Statement[]> {
  if (row.state === kept.state) return [];
  const { organId, assessmentId: about } = row;
  const over = organNewsOver({ organId, about }, ['assessment-told', 'assessment-settled'], parts.clock.now());
  const news = NEWS[kept.state];
  return news === undefined ? [over] : [over, await organNews({ organId, news, about, time: kept.history.length }, parts)];
}
