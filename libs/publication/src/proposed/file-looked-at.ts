import type { Passage, PersonalWord } from '@gongkai/casework';
import type { PersonalFinding } from '@gongkai/contracts';
import { docxText, plainText, sha256, type CommandPool } from '@gongkai/platform';
import { contentOf, type PageTools } from '../draft/read-pages.js';
import { findingsIn } from './words-looked-at.js';

/** What was found in a file, as far as it was read. */
export type Looked = {
  readonly read: number;
  readonly total: number | null;
  readonly wordless: readonly number[];
  readonly findings: readonly PersonalFinding[];
};

export const NOT_LOOKED: Looked = { read: 0, total: null, wordless: [], findings: [] };

/** A file on which nothing can be read, and only an eye finds a name. */
const UNREAD = { passages: [], total: 0 } as const;

type Pages = { readonly passages: readonly Passage[]; readonly total: number };

const inFile = (page: number | null, text: string): Passage => ({ where: 'file', page, text });

/** The pages of a file from a number on, as many as there is time for. */
async function pagesOf({ store, redactor }: PageTools, fileId: string, from: number): Promise<Pages> {
  const content = await contentOf(store, fileId);
  const words = docxText(content);
  if (words !== null) return { passages: [inFile(1, words)], total: 1 };
  const { pages } = await redactor.look(content, from).catch(() => ({ pages: [] }));
  const [first] = pages;
  if (first === undefined) return UNREAD;
  return { passages: pages.map(({ number, text: { signs } }) => inFile(number, signs.join(''))), total: first.total };
}

/** Reads on in a file that is to be published, for whatever it tells of people (REG 15, PIPL). @throws Refusal `file-altered` */
export async function lookOn(
  tools: PageTools,
  fileId: string,
  before: Looked,
  personal: readonly PersonalWord[],
): Promise<Looked> {
  if (before.read === before.total) return before;
  const { passages, total } = await pagesOf(tools, fileId, before.read + 1);
  const isStuck = passages.length === 0;
  const wordless = passages.flatMap(({ page, text }) => (page !== null && text.trim() === '' ? [page] : []));
  return {
    // A page that cannot be opened is one for the eye, with all behind it.
    read: isStuck ? Math.max(total, before.total ?? 0) : before.read + passages.length,
    total: isStuck ? Math.max(total, before.total ?? 0) : total,
    wordless: [...before.wordless, ...wordless],
    findings: [...before.findings, ...findingsIn(passages, personal)],
  };
}

/** Signs of a text that two files have by chance. */
const FEW_SIGNS = 20;
/** Files of cases that are read for their text at a time: those of about the same size first. */
const MOST_READ = 40;

/** What stands for the text of a file, whatever its bytes are; null where it has none to speak of. */
async function textHash(tools: PageTools, fileId: string): Promise<string | null> {
  const { passages } = await pagesOf(tools, fileId, 1).catch(() => UNREAD);
  const text = plainText(passages.map((passage) => passage.text).join(''));
  return text.length < FEW_SIGNS ? null : sha256(text);
}

const KEEP = 'INSERT INTO file_text (file_id, hash) VALUES ($1, $2) ON CONFLICT (file_id) DO NOTHING';

/** Files of the cases of an organ; those whose text is not known, the nearest in size first. */
const OF_CASES = `
  WITH named AS (
    SELECT jsonb_array_elements_text(fact -> 'fileIds') AS id FROM journal JOIN case_file ON case_file.id = journal.case_id
     WHERE fact ? 'fileIds' AND case_file.organ_id = $1
    UNION SELECT jsonb_array_elements_text(fact -> 'recordIds') FROM journal JOIN case_file ON case_file.id = journal.case_id
     WHERE fact ? 'recordIds' AND case_file.organ_id = $1
    UNION SELECT source_id FROM redaction WHERE organ_id = $1
    UNION SELECT unnest(file_ids) FROM incoming WHERE organ_id = $1)`;
const UNKNOWN = `${OF_CASES}
  SELECT stored_file.id FROM stored_file JOIN named ON named.id = stored_file.id
   WHERE stored_file.organ_id = $1 AND NOT EXISTS (SELECT FROM file_text WHERE file_text.file_id = stored_file.id)
   ORDER BY abs(stored_file.size - (SELECT size FROM stored_file WHERE id = $2 AND organ_id = $1)), stored_file.id LIMIT ${String(MOST_READ)}`;
const SAME = `${OF_CASES}
  SELECT stored_file.name FROM stored_file JOIN named ON named.id = stored_file.id JOIN file_text ON file_text.file_id = stored_file.id
   WHERE stored_file.organ_id = $1 AND file_text.hash = $3 AND stored_file.id <> $2 ORDER BY stored_file.uploaded_at LIMIT 1`;

/**
 * The name of a file in a case of the organ that says the same: with one byte changed it is another file and the same record.
 * @returns null where there is none, or where the file has no text
 */
export async function saysTheSame(
  tools: PageTools & { readonly pool: Pick<CommandPool, 'query'> },
  fileId: string,
  organId: string,
): Promise<string | null> {
  const { pool } = tools;
  const own = await textHash(tools, fileId);
  if (own === null) return null;
  const { rows: unknown } = await pool.query<{ id: string }>({ text: UNKNOWN, values: [organId, fileId] });
  for (const { id } of unknown) await pool.query({ text: KEEP, values: [id, await textHash(tools, id)] });
  const { rows } = await pool.query<{ name: string }>({ text: SAME, values: [organId, fileId, own] });
  return rows[0]?.name ?? null;
}
