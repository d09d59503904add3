import type { FieldProblem } from '@gongkai/contracts';
import type { CaseCommand } from '@gongkai/lifecycle';
import type { Statement } from '@gongkai/platform';
import { asUuid } from '../visibility.js';

const recordsIn = (command: CaseCommand): readonly string[] => (command.type === 'decideItem' ? (command.recordIds ?? []) : []);

/** Which of the records that a decision keeps back are files of its case; null where it names none. */
export const readRecords = (command: CaseCommand, caseId: string): Statement | null =>
  recordsIn(command).length === 0
    ? null
    : {
        name: 'records-of-case',
        text: `
          SELECT named.id FROM unnest($1::text[]) AS named (id)
           WHERE EXISTS (SELECT FROM journal WHERE case_id = $2 AND fact ? 'fileIds' AND fact -> 'fileIds' ? named.id)`,
        values: [recordsIn(command), asUuid(caseId)],
      };

/** A record that is kept back is named by a file that lies in the case: whoever looks at the decision finds it there. */
export function recordProblems(command: CaseCommand, rows: readonly unknown[]): FieldProblem[] {
  const known = new Set((rows as readonly { id: string }[]).map(({ id }) => id));
  return recordsIn(command).flatMap((id, i) =>
    known.has(id) ? [] : [{ path: `recordIds.${i}`, code: 'unknown-record' as const }],
  );
}
