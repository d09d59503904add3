import { noticeKindOf, type CaseCommand } from '@gongkai/lifecycle';
import type { CommandType } from '@gongkai/contracts';
import type { LocalDate } from '@gongkai/calendar';
import type { Envelope } from './envelope.js';
import { readFollowers } from './followers.js';
import { readKept } from './kept-answers.js';
import { NamedReads } from './named-reads.js';
import { drawForCase, type SeriesKind } from './numbering.js';
import { readAround, readCase, readJournal, type Lock } from './stored-case.js';
import { readRecords } from './named-records.js';
import { readRedacted } from './redacted-files.js';
import { lockOthers, readNamedFiles, readSubject } from './subjects.js';
import { readTitlesBorne } from './titles-borne.js';

/** What a command reads in its first flight. */
export type CaseRead =
  | 'others'
  | 'case'
  | 'around'
  | 'kept'
  | 'subject'
  | 'files'
  | 'journal'
  | 'followers'
  | 'drawn'
  | 'borne'
  | 'redacted'
  | 'records';

/** The series a command draws a number from: a notice it makes, or the case that a split opens. */
export function seriesOf({ type }: CaseCommand): SeriesKind | null {
  if (type === 'split') return 'case';
  return noticeKindOf[type as CommandType] ?? null;
}

/**
 * The day by whose year a step's number is drawn: that which the letter bears. What was signed or left before it was written down, as at the
 * turn of a year, is of the year it bears, as in the register of outgoing papers.
 * @param today the office's day on which it is written down
 */
export function numberedOn(command: CaseCommand, today: LocalDate): LocalDate {
  const said = command.type === 'signReply' ? command.on : 'dispatchedOn' in command ? command.dispatchedOn : undefined;
  return said !== undefined && said !== null && said < today ? said : today;
}

/** None where the notice has its number already. */
const seriesToDraw = ({ command, noticeNumber }: Envelope): SeriesKind | null =>
  noticeNumber === undefined ? seriesOf(command) : null;

/** Whether a command changes what earlier entries say, so that the case has to be told anew from its journal. */
export const retellsCase = (command: CaseCommand): boolean =>
  command.type === 'correctFact' || (command.type === 'confirmFact' && command.reject !== undefined);

/** Whether what was journalled has to be read: to be told anew, or for the letters that were made, as the case is filed. */
const looksBack = (command: CaseCommand): boolean => retellsCase(command) || command.type === 'file';

/**
 * Everything that a command needs to know, in one flight. The lock comes first: what follows sees what was committed while
 * it was waited for. A preview (`none`) locks nothing and draws no number.
 */
export function readsFor(envelope: Envelope, today: LocalDate, lock: Lock): NamedReads<CaseRead> {
  const { caseId, command, idempotency } = envelope;
  const preview = lock === 'none';
  const series = preview ? null : seriesToDraw(envelope);
  return new NamedReads<CaseRead>({
    others: preview ? null : lockOthers(command, caseId),
    case: readCase(caseId, lock),
    around: readAround(caseId, envelope.id),
    kept: idempotency === undefined || preview ? null : readKept(idempotency),
    subject: readSubject(command, { caseId, actor: envelope.actor, today }),
    files: readNamedFiles(command, caseId),
    journal: looksBack(command) ? readJournal(caseId) : null,
    followers: readFollowers(command, { caseId, lock }),
    drawn: series === null ? null : drawForCase(caseId, series, numberedOn(command, today)),
    borne: readTitlesBorne(command, caseId, today),
    redacted: readRedacted(command, caseId),
    records: readRecords(command, caseId),
  });
}
