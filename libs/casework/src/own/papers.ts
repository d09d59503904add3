import { isToApplicant } from '@gongkai/contracts';
import type { CaseFile, CaseNotice, FactType } from '@gongkai/lifecycle';
import type { CommandPool } from '@gongkai/platform';
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

const ENTRIES = `
  SELECT type, fact ->> 'noticeId' AS notice, fact ->> 'missing' AS missing, coalesce(fact -> 'fileIds', '[]') AS files
    FROM journal WHERE case_id = $1 AND type = ANY ($2) ORDER BY seq`;

type Entry = {
  readonly type: FactType;
  readonly notice: string | null;
  readonly missing: string | null;
  readonly files: readonly string[];
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

/** What the applicant of a case may fetch: nothing that has not left, that goes to others, or that the office keeps for itself. */
export async function papersFor({ id, organ_id, file }: Place, pool: CommandPool): Promise<PapersByNotice> {
  const sent = sentToApplicant(file);
  if (sent.length === 0) return new Map();
  const entries = await pool.query<Entry>({ name: 'own-papers', text: ENTRIES, values: [id, [...MAKING]] });
  const ids = idsByNotice(entries.rows);
  const named = (notice: SentNotice): string[] => [
    ...(ids.get(notice.id) ?? []),
    ...(notice.id === file.round.reply.noticeId ? givenOut(file) : []),
  ];
  const { rows } = await pool.query<Paper>({
    name: 'own-files',
    text: `SELECT id, ${nameInCase('$3')} AS name, size FROM stored_file WHERE organ_id = $1 AND id = ANY ($2)`,
    values: [organ_id, sent.flatMap(named), id],
  });
  return new Map(
    sent.map((notice) => {
      const papers = [...new Set(named(notice))].flatMap((one) => rows.find((row) => row.id === one) ?? []);
      const asks = entries.rows.find((entry) => entry.notice === notice.id && entry.missing !== null)?.missing ?? null;
      return [notice.id, { files: sentOf(notice, papers, new Set(givenOut(file))), asks }];
    }),
  );
}

/** Where the notice was drawn, that and what was given out with it: what else was put to the step, nobody has reviewed. */
function sentOf({ number }: SentNotice, papers: readonly Paper[], given: ReadonlySet<string>): readonly Paper[] {
  const ready = papers.filter(({ name }) => !isToWorkOn(name, papers));
  const drawn = ready.filter(({ name }) => number !== null && name.endsWith(`${number}.pdf`));
  return drawn.length === 0 ? ready : ready.filter((paper) => drawn.includes(paper) || given.has(paper.id));
}

/** The form in which an office works on a paper, beside the one that it sends. */
const isToWorkOn = (name: string, papers: readonly Paper[]): boolean =>
  name.endsWith('.docx') && papers.some((paper) => paper.name === name.replace(/docx$/, 'pdf'));

function idsByNotice(entries: readonly Entry[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, readonly string[]>();
  for (const { notice, files } of entries) if (notice !== null) ids.set(notice, [...(ids.get(notice) ?? []), ...files]);
  return ids;
}
