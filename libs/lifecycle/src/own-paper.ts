import type { Command } from '@gongkai/contracts';
import type { CaseFile, EntryToConfirm } from './case-file.js';
import type { CaseNotice, OwnPaper } from './case-notice.js';
import type { Making } from './establish-step.js';
import type { CaseFact, FactOf } from './facts.js';
import type { Entry } from './fold-step.js';
import { permissions } from './permissions.js';

/**
 * What an entry says of its files, kept with the fact; older journals do not tell. `drawn`: those of a letter that were drawn with it, and
 * are the letter. `unseen`: what goes out was brought, alone or beside what was drawn, and whoever brought it does not sign it, so an
 * approver looks at all of it before it leaves.
 */
export type PaperMarks = { readonly drawn?: readonly string[] | undefined; readonly unseen?: true | undefined };

type Named = { readonly noticeId?: string; readonly dispatchedOn?: string | null };
type Written = Pick<Making, 'file' | 'made' | 'days'> & { readonly isLetter: boolean };

/**
 * Marks what is brought for a letter, and refuses that it leaves unseen: by whatever way, another file than the one that was seen included
 * (REG 17; SEC-IR 42).
 * @param written the case before the step, what was drawn with it, and whether it makes a letter
 */
export function paperMarks(command: Command, fact: CaseFact, written: Written): PaperMarks {
  const notice = written.file.notices.find(({ id }) => id === (fact as Named).noticeId);
  if (fact.type === 'NOTICE_DISPATCHED') mayLeave(notice, written.days);
  if (fact.type === 'STAMPED_ADDED') return waitsAnew(notice) ? addedMarks(filesOf(command), written.made ?? []) : {};
  return written.isLetter ? letterMarks(command, fact as Named, written) : {};
}

/** One that was sent back leaves by no way; another in its place is looked at anew. */
function mayLeave(notice: CaseNotice | undefined, days: Written['days']): void {
  const back = notice?.own?.sentBack;
  if (back !== undefined) days.add({ path: 'noticeId', code: 'paper-sent-back', facts: { reason: back.reason } });
  else days.knows(notice?.own?.seen !== false, 'noticeId', 'paper-unseen');
}

/**
 * What the step itself names was brought, and does not leave with it: that is told before it is known what will be drawn, for the files of a
 * step that is refused are not read, and nobody waits for them.
 */
function letterMarks(command: Command, fact: Named, { made, days }: Pick<Written, 'days' | 'made'>): PaperMarks {
  const fileIds = filesOf(command);
  if (fileIds.length === 0) return {};
  const drawn = fileIds.filter((id) => made?.includes(id) === true);
  const isSeen = drawn.length === fileIds.length || isSignedByMaker(command);
  if (!isSeen) days.knows((fact.dispatchedOn ?? null) === null, 'fileIds', 'paper-unseen');
  if (made === undefined) return {};
  return isSeen ? { drawn } : { drawn, unseen: true };
}

/** What takes the place of a letter that was brought: another file, or the letter as it is drawn, which nobody has to see. */
function addedMarks(fileIds: readonly string[], made: readonly string[]): PaperMarks {
  const drawn = fileIds.filter((id) => made.includes(id));
  const isSeen = drawn.length > 0 && drawn.length === fileIds.length;
  return { ...(drawn.length === 0 ? {} : { drawn }), ...(isSeen ? {} : { unseen: true }) };
}

const filesOf = (command: Command): readonly string[] => ('fileIds' in command ? (command.fileIds ?? []) : []);

/** Another file in the place of one that was brought, and has not left. */
const waitsAnew = (notice: CaseNotice | undefined): boolean => notice?.own !== undefined && notice.dispatchedOn === null;

/** Whoever may take such a step answers for what they put their name to. */
const isSignedByMaker = ({ type }: Command): boolean => (permissions[type] as readonly string[]).includes('approver');

/** The case with what waits to be seen, or has been. */
export function withOwnPaper(file: CaseFile, fact: CaseFact & PaperMarks, entry: Entry): CaseFile {
  if (fact.type === 'FACT_CONFIRMED') return seen(file, fact.entryId);
  if (fact.type === 'PAPER_SENT_BACK') return sentBack(file, fact, entry.actorId);
  if (fact.unseen === true) return waiting(file, fact, entry);
  return fact.type === 'STAMPED_ADDED' ? redrawn(file, fact) : file;
}

/** It waits for an approver, and nothing waits any more that was brought for it before. */
function waiting(file: CaseFile, fact: CaseFact & PaperMarks, { id: entryId, actorId: by }: Entry): CaseFile {
  const { noticeId } = fact as Named;
  const { fileIds = [] } = fact as { readonly fileIds?: readonly string[] };
  if (noticeId === undefined) return file;
  const before = file.notices.find(({ id }) => id === noticeId)?.own?.entryId;
  const own: EntryToConfirm = { entryId, reason: 'own-paper', by, noticeId };
  return {
    ...withOwn(file, (notice) => (notice.id === noticeId ? ownOf(fact, { entryId, fileIds, before: notice.own }) : undefined)),
    toConfirm: [...file.toConfirm.filter((one) => one.entryId !== before), own],
  };
}

/** Where the letter was drawn in the place of what was brought, nobody waits for that any more. */
function redrawn(file: CaseFile, { noticeId, drawn }: FactOf<'STAMPED_ADDED'>): CaseFile {
  if (drawn === undefined) return file;
  return {
    ...file,
    notices: file.notices.map((notice) => (notice.id === noticeId ? { ...withoutOwn(notice), redrawn: drawn } : notice)),
    toConfirm: file.toConfirm.filter((one) => one.reason !== 'own-paper' || one.noticeId !== noticeId),
  };
}

const withoutOwn = ({ own, ...notice }: CaseNotice): CaseNotice => ({ ...notice, stamped: stampedLeft({ ...notice, own }, []) });

/** What was brought before and never left is the stamped copy of nothing. @param kept what of it stays */
const stampedLeft = (
  { own, stamped }: Pick<CaseNotice, 'stamped'> & { readonly own?: OwnPaper | undefined },
  kept: readonly string[],
) => stamped.filter((id) => kept.includes(id) || own?.fileIds.includes(id) !== true);

type Bringing = { readonly entryId: string; readonly fileIds: readonly string[]; readonly before: OwnPaper | undefined };

/**
 * What an approver has to see before it leaves. Another file takes the place of what was brought, and not of what was drawn: of that letter
 * a stamped copy is put beside it, and only what was sent back goes.
 */
function ownOf({ drawn = [] }: PaperMarks, { entryId, fileIds, before }: Bringing): OwnPaper {
  if (drawn.length > 0 || before?.drawn === undefined)
    return { entryId, fileIds, seen: false, ...(drawn.length === 0 ? {} : { drawn }) };
  const kept = before.sentBack === undefined ? before.fileIds : before.drawn;
  return { entryId, fileIds: [...new Set([...kept, ...fileIds])], seen: false, drawn: before.drawn };
}

const sentBack = (file: CaseFile, { entryId, on, reason }: FactOf<'PAPER_SENT_BACK'>, by: string): CaseFile =>
  withOwn(file, ({ own }) => (own?.entryId === entryId ? { ...own, sentBack: { on, by, reason } } : undefined));

const seen = (file: CaseFile, entryId: string): CaseFile =>
  withOwn(file, ({ own }) => (own?.entryId === entryId ? { ...own, seen: true } : undefined));

const withOwn = (file: CaseFile, ownOf: (notice: CaseNotice) => OwnPaper | undefined): CaseFile => ({
  ...file,
  notices: file.notices.map((notice) => {
    const own = ownOf(notice);
    return own === undefined ? notice : { ...notice, own, stamped: stampedLeft(notice, own.fileIds) };
  }),
});
