import type { DecisionCode, FieldProblem } from '@gongkai/contracts';
import type { CaseCommand, CaseFile } from '@gongkai/lifecycle';
import type { Statement } from '@gongkai/platform';
import { asUuid } from '../visibility.js';

/** Papers to the applicant, with what is put beside them: all of it can be fetched once they have left. */
const GOES_OUT: ReadonlySet<string> = new Set([
  ...['signReply', 'sendCorrectionNotice', 'approveExtension', 'sendFeeNotice', 'liftFee'],
  ...['askReasons', 'rejectReasons', 'setDelay'],
]);
/** The steps that say what is to be released, and those after which it leaves. */
const RELEASES: ReadonlySet<string> = new Set([
  ...['decideItem', 'submitReview', 'passReview', 'submitForApproval', 'approve', 'signReply'],
]);

type Redacted = { readonly source_id: string; readonly result_id: string; readonly result_name: string };

/** What was made of the files of a case by redaction; null for a command that lets nothing out. */
export const readRedacted = ({ type }: CaseCommand, caseId: string): Statement | null =>
  RELEASES.has(type) || GOES_OUT.has(type)
    ? {
        name: 'redacted-files',
        text: `
          SELECT redaction.source_id, redaction.result_id, stored_file.name AS result_name
            FROM redaction JOIN stored_file ON stored_file.id = redaction.result_id AND stored_file.organ_id = redaction.organ_id
           WHERE redaction.case_id = $1 AND redaction.state = 'burnt' ORDER BY redaction.begun_at`,
        values: [asUuid(caseId)],
      }
    : null;

/**
 * Of what is partly withheld the redacted file is given and never the one it was made of; what has parts blacked out is not disclosed
 * as a whole (REG 37).
 */
export function redactedProblems(command: CaseCommand, { items }: CaseFile, rows: readonly unknown[]): FieldProblem[] {
  const redacted = rows as readonly Redacted[];
  if (command.type === 'passReview') return uncheckedProblems(command, items, redacted);
  if (redacted.length === 0) return [];
  return [...originalsBeside(command, items, redacted), ...releaseProblems(command, items, redacted)];
}

const releaseProblems = (command: CaseCommand, items: CaseFile['items'], redacted: readonly Redacted[]): FieldProblem[] =>
  releasesIn(command, items).flatMap(({ path, code, fileIds }) =>
    fileIds.flatMap((id) => problemOf(id, code, redacted)).map((problem) => ({ path, ...problem })),
  );

/** What parts are withheld of leaves beside no paper either, unless it is given whole itself. */
function originalsBeside(command: CaseCommand, items: CaseFile['items'], redacted: readonly Redacted[]): FieldProblem[] {
  const beside = GOES_OUT.has(command.type) && 'fileIds' in command ? (command.fileIds ?? []) : [];
  const isGiven = (id: string): boolean => items.some(({ fileIds }) => fileIds.includes(id));
  return beside
    .filter((id) => !isGiven(id))
    .flatMap((id) => redacted.findLast(({ source_id }) => source_id === id) ?? [])
    .map(({ result_name: name }) => ({ path: 'fileIds', code: 'redacted-original' as const, facts: { name } }));
}

/**
 * What was blacked out here a second person has looked at already. Of a file that was made elsewhere only its reviewer can say that what is
 * withheld is gone from it, and not merely covered (REG 17, 37).
 */
function uncheckedProblems(
  { itemId, redactionChecked }: Extract<CaseCommand, { type: 'passReview' }>,
  items: CaseFile['items'],
  redacted: readonly Redacted[],
): FieldProblem[] {
  const item = items.find(({ id }) => id === itemId);
  if (redactionChecked === true || item?.decision?.code !== 'partly_granted') return [];
  const isOurs = (id: string): boolean => redacted.some(({ result_id }) => result_id === id);
  return item.review?.fileIds.every(isOurs) === false ? [{ path: 'redactionChecked', code: 'redaction-unchecked' }] : [];
}

function problemOf(
  id: string,
  code: DecisionCode | undefined,
  redacted: readonly Redacted[],
): Pick<FieldProblem, 'code' | 'facts'>[] {
  const made = redacted.find(({ result_id }) => result_id === id);
  if (made !== undefined) return code === 'granted' ? [{ code: 'redacted-as-whole', facts: { name: made.result_name } }] : [];
  const better = redacted.findLast(({ source_id }) => source_id === id);
  if (better === undefined || code !== 'partly_granted') return [];
  return [{ code: 'redacted-original', facts: { name: better.result_name } }];
}

type Release = { readonly path: string; readonly code: DecisionCode | undefined; readonly fileIds: readonly string[] };

function releasesIn(command: CaseCommand, items: CaseFile['items']): readonly Release[] {
  if (command.type === 'decideItem') return [{ path: 'fileIds', code: command.code, fileIds: command.fileIds ?? [] }];
  const released = items.map(({ id, decision, fileIds }, i) => ({ id, path: `items.${i}`, code: decision?.code, fileIds }));
  if (!RELEASES.has(command.type)) return [];
  if (command.type !== 'submitReview') return released;
  return released
    .filter(({ id }) => id === command.itemId)
    .map(({ code, fileIds }) => ({ path: 'fileIds', code, fileIds: command.fileIds ?? fileIds }));
}
