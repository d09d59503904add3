import { isToApplicant } from '@gongkai/contracts';
import type { CaseFact, CaseFile, CaseNotice, FactType } from '@gongkai/lifecycle';
import type { CommandPool, OpenTransaction } from '@gongkai/platform';
import { nameInCase } from '../file-names.js';

/** A file that an applicant may fetch. */
export type Paper = { readonly id: string; readonly name: string; readonly size: number };

/** What a notice has for its applicant: papers to be fetched, and what a correction notice asks to be told. */
export type Sent = { readonly files: readonly Paper[]; readonly asks: string | null };
/** The same by the id of the notice. */
export type PapersByNotice = ReadonlyMap<string, Sent>;

/** Their files are the notice itself. What comes with its dispatch is the proof of that, seen by no review. */
const MAKING: readonly FactType[] = [
  ...([
    'CORRECTION_NOTICE_MADE',
    'EXTENSION',
    'REASONS_ASKED',
    'DELAY_SET',
    'FEE_NOTICE_MADE',
    'FEE_LIFTED',
    'REPLY_SIGNED',
  ] as const),
];

/** Who takes such a step signs what goes out with it, so that what they put beside what is drawn was seen. */
const SIGNED: ReadonlySet<FactType> = new Set<FactType>(['EXTENSION', 'DELAY_SET', 'FEE_NOTICE_MADE', 'FEE_LIFTED']);

const ENTRIES = `
  SELECT type, fact ->> 'noticeId' AS notice, fact ->> 'missing' AS missing, coalesce(fact -> 'fileIds', '[]') AS files,
         fact -> 'drawn' AS drawn
    FROM journal WHERE case_id = $1 AND type = ANY ($2) ORDER BY seq`;

type Entry = {
  readonly type: FactType;
  readonly notice: string | null;
  readonly missing: string | null;
  readonly files: readonly string[];
  /** Those that were drawn with it; null in entries of former times, which do not tell. */
  readonly drawn: readonly string[] | null;
};

/** A notice that has left the organ for the applicant. */
export type SentNotice = CaseNotice & { readonly dispatchedOn: NonNullable<CaseNotice['dispatchedOn']> };

/** What was sent to the applicant: what goes to somebody else is not their business. */
export const sentToApplicant = ({ notices }: Pick<CaseFile, 'notices'>): readonly SentNotice[] =>
  notices.filter((notice): notice is SentNotice => notice.dispatchedOn !== null && isToApplicant(notice.kind));

/** Whether a notice went out over the portal: it says so, or was sent as it was made, to somebody who fetches everything there. */
export const wentByPortal = ({ mode }: Pick<CaseNotice, 'mode'>, { delivery }: Pick<CaseFile, 'delivery'>): boolean =>
  mode === 'portal' || (mode === null && delivery === 'portal');

const ELECTRONIC: ReadonlySet<string | null> = new Set(['portal', 'email']);

/** What the reply of the present round gives out, once it has left by electronic means; all of it was reviewed. */
const givenOut = ({ items, round: { reply } }: CaseFile): readonly string[] =>
  reply.dispatchedOn === null || !ELECTRONIC.has(reply.mode)
    ? []
    : items.flatMap(({ review }) => (review?.status === 'passed' ? review.fileIds : []));

type Place = { readonly id: string; readonly organ_id: string; readonly file: CaseFile };

/** A file with what it is. */
type Kept = Paper & { readonly mime: string };

const FILES = `SELECT id, ${nameInCase('$3')} AS name, size, mime FROM stored_file WHERE organ_id = $1 AND id = ANY ($2)`;

/** What the applicant of a case may fetch: nothing that has not left, that goes to others, or that the office keeps for itself. */
export async function papersFor({ id, organ_id, file }: Place, pool: CommandPool): Promise<PapersByNotice> {
  const sent = sentToApplicant(file);
  if (sent.length === 0) return new Map();
  const { rows: entries } = await pool.query<Entry>({ name: 'own-papers', text: ENTRIES, values: [id, [...MAKING]] });
  const given = givenOut(file);
  const named = (notice: SentNotice): Named => ({
    ...letterOf(notice, entries),
    given: notice.id === file.round.reply.noticeId ? given : [],
  });
  const ids = sent.map(named).flatMap((one) => [...one.letter, ...one.given]);
  const { rows } = await pool.query<Kept>({ name: 'own-files', text: FILES, values: [organ_id, ids, id] });
  return new Map(
    sent.map((notice) => {
      const asks = entries.find((entry) => entry.notice === notice.id && entry.missing !== null)?.missing ?? null;
      return [notice.id, { files: sentOf(notice, named(notice), rows).map(paperOf), asks }];
    }),
  );
}

/** The journal with the fact that is about to be added to it, read in its transaction. */
type Adding = { readonly read: OpenTransaction['read']; readonly fact: CaseFact };

/** The files of a letter the moment it leaves, as the applicant would fetch them: itself, and what is given out with it. */
export async function paperOfNotice(
  { id: caseId, organ_id, file }: Place,
  noticeId: string,
  { read, fact }: Adding,
): Promise<{ readonly letter: readonly Paper[]; readonly given: readonly Paper[] }> {
  const notice = sentToApplicant(file).find(({ id }) => id === noticeId);
  if (notice === undefined) return { letter: [], given: [] };
  const entries = await read<Entry>({ name: 'own-papers', text: ENTRIES, values: [caseId, [...MAKING]] });
  const given = noticeId === file.round.reply.noticeId ? givenOut(file) : [];
  const named: Named = { ...letterOf(notice, [...entries, ...entriesOf(fact)]), given };
  const ids = [...named.letter, ...given];
  const kept = sentOf(notice, named, await read<Kept>({ name: 'own-files', text: FILES, values: [organ_id, ids, caseId] }));
  const isGiven = (one: Kept): boolean => given.includes(one.id) && !named.letter.includes(one.id);
  return { letter: kept.filter((one) => !isGiven(one)).map(paperOf), given: kept.filter(isGiven).map(paperOf) };
}

/** What the fact will tell in the journal, where it makes a letter. */
function entriesOf(fact: CaseFact): readonly Entry[] {
  const { type, noticeId, fileIds, drawn } = fact as CaseFact & Partial<Told>;
  return MAKING.includes(type)
    ? [{ type, notice: noticeId ?? null, missing: null, files: fileIds ?? [], drawn: drawn ?? null }]
    : [];
}
type Told = { readonly noticeId: string; readonly fileIds: readonly string[]; readonly drawn: readonly string[] };

const paperOf = ({ id, name, size }: Kept): Paper => ({ id, name, size });

/** The files that are a letter, by their ids; `isTold`: the case says which they are, as older ones do not. */
type Letter = { readonly letter: readonly string[]; readonly isTold: boolean };
type Named = Letter & { readonly given: readonly string[] };

/** What was drawn with it, with what its signer put beside it; else what was brought, once an approver has seen exactly that (REG 17). */
function letterOf({ id, own, redrawn }: SentNotice, entries: readonly Entry[]): Letter {
  if (redrawn !== undefined) return { letter: redrawn, isTold: true };
  if (own !== undefined) return { letter: own.seen ? own.fileIds : [], isTold: true };
  const making = entries.filter(({ notice }) => notice === id);
  const drawn = making.flatMap((entry) => (entry.drawn?.length && SIGNED.has(entry.type) ? entry.files : (entry.drawn ?? [])));
  const isTold = making.some((entry) => entry.drawn !== null);
  return { letter: drawn.length > 0 ? drawn : making.flatMap(({ files }) => files), isTold };
}

/** Of a letter the form that is sent, and what was given out with it. What else was put to the step, nobody has reviewed. */
function sentOf(notice: SentNotice, { letter, given, isTold }: Named, rows: readonly Kept[]): readonly Kept[] {
  const kept = (ids: readonly string[]): Kept[] => [...new Set(ids)].flatMap((id) => rows.find((row) => row.id === id) ?? []);
  if (isTold) return kept([...readyOf(kept(letter)).map(({ id }) => id), ...given]);
  const ready = readyOf(kept([...letter, ...given]));
  const drawn = ready.filter(({ name }) => notice.number !== null && name.endsWith(`${notice.number}.pdf`));
  return drawn.length === 0 ? ready : ready.filter((paper) => drawn.includes(paper) || given.includes(paper.id));
}

/** Without the form in which an office works on a paper, beside the one that it sends. */
const readyOf = (papers: readonly Kept[]): readonly Kept[] =>
  papers.filter(({ name }) => !name.endsWith('.docx') || !papers.some((paper) => paper.name === name.replace(/docx$/, 'pdf')));
