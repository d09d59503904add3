import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@gongkai/calendar';
import { entryInLog, holdFiles, personalWordsOf, searchVector, type Person } from '@gongkai/casework';
import { Refusal, type CatalogueEntry, type FieldProblem, type NewCatalogueEntry } from '@gongkai/contracts';
import type { Clock, CommandPool, OpenTransaction, Sealer, Statement } from '@gongkai/platform';
import { checkKeeper, readInACase, type Catalogue } from './catalogue.js';
import { settleFormed, settleOne } from './formed/settle-formed.js';
import type { Kinds } from './kinds.js';
import { refuseWords } from './proposed/words-looked-at.js';

type Parts = {
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly kinds: Kinds;
  readonly catalogue: Pick<Catalogue, 'find'>;
};

/** Entries that are typed in one by one. */
export class NewEntries {
  constructor(private readonly parts: Parts) {}

  /**
   * Publishes one of the own organ that can be read at an address already: with a file it needs a second person (`EntryProposals`).
   * @throws Refusal `role-missing`; `invalid-request` where it can be read nowhere, has a file, tells something of a person, its number is
   * taken, or its days cannot be
   */
  async enter(actor: Person, entry: NewCatalogueEntry): Promise<CatalogueEntry> {
    checkKeeper(actor);
    if (entry.fileId !== null) throw wrongFile('second-look');
    refuseWords(entry, await personalWordsOf(this.parts, actor.organId));
    return this.put(actor, entry);
  }

  /**
   * Publishes one that was looked at elsewhere, as the annual report that is drawn here.
   * @throws Refusal `role-missing`; `invalid-request` where it can be read nowhere, its file lies in a case, its number is taken, or its days
   * cannot be
   */
  async put(actor: Person, entry: NewCatalogueEntry): Promise<CatalogueEntry> {
    checkKeeper(actor);
    const { pool, clock, kinds, catalogue } = this.parts;
    const [now, id] = [clock.now(), randomUUID()];
    const dated = checkedEntry(entry, kinds, clock.today());
    const { organId } = actor;
    await pool.flights({ organId, reads: [] }, async (_, transaction) => {
      const writing = { id, organId, at: now, by: actor.id };
      const path = await writeEntry(transaction, dated, writing);
      const subject = { id, name: `${dated.indexNumber} ${dated.title}` };
      const after = { publishedOn: dated.publishedOn, url: dated.url };
      const mark = { action: 'disclosure-entered' as const, path, subject, after };
      await transaction.commit(entryInLog(mark, { actorId: actor.id, at: now }), settleFormed([dated.indexNumber], writing));
    });
    return catalogue.find(actor, id);
  }
}

/** An entry with the day of its publication. @throws Refusal `invalid-request` where it can be read nowhere or its days cannot be */
export function checkedEntry(entry: NewCatalogueEntry, kinds: Kinds, today: LocalDate): Entry {
  kinds.check(entry.kind);
  const dated = { ...entry, publishedOn: entry.publishedOn ?? today };
  const wrong = problemsOf(dated, today);
  if (wrong.length > 0) throw new Refusal('invalid-request', wrong);
  return dated;
}

/**
 * Writes an entry, and settles what waited to be published as it.
 * @returns the organs above, for the log
 * @throws Refusal `invalid-request` where its file is gone or lies in a case, or its number is taken
 */
export async function writeEntry(
  transaction: OpenTransaction,
  entry: Entry,
  writing: Writing,
  fileName: string | null = null,
): Promise<readonly string[]> {
  const { organId, at, by } = writing;
  if (entry.fileId !== null) await holdOwnFile(transaction, entry.fileId, organId);
  const [row] = await transaction.read<KeptRow>(written(entry, writing, fileName));
  if (row === undefined)
    throw new Refusal('invalid-request', [{ path: 'indexNumber', code: 'taken', facts: { value: entry.indexNumber } }]);
  if (entry.formed !== undefined) {
    const settled = await transaction.read(settleOne(entry.formed, { organId, at, by, entryId: writing.id }));
    if (settled.length === 0) throw new Refusal('invalid-request', [{ path: 'formed', code: 'unknown-entry' }]);
  }
  return row.path;
}

/** Has a file stay that is to be published. @throws Refusal `invalid-request` where it is gone, or lies in a case */
export async function holdOwnFile(transaction: OpenTransaction, fileId: string, organId: string): Promise<void> {
  const held = await transaction.read({ text: holdFiles('$2::uuid'), values: [[fileId], organId] });
  if (held.length === 0) throw wrongFile('unknown-file');
  if ((await transaction.read(readInACase(fileId, organId))).length > 0) throw wrongFile('file-of-case');
}

const wrongFile = (code: FieldProblem['code']): Refusal => new Refusal('invalid-request', [{ path: 'fileId', code }]);

type KeptRow = { readonly path: readonly string[] };
export type Entry = Omit<NewCatalogueEntry, 'publishedOn'> & { readonly publishedOn: LocalDate };
type Writing = { readonly id: string; readonly organId: string; readonly at: Date; readonly by: string };

function problemsOf({ url, fileId, madeOn, publishedOn }: Entry, today: LocalDate): FieldProblem[] {
  return [
    ...(url === null && fileId === null ? [{ path: 'url', code: 'required' as const }] : []),
    ...(publishedOn > today ? [{ path: 'publishedOn', code: 'future-date' as const }] : []),
    ...(madeOn !== null && madeOn > publishedOn
      ? [{ path: 'madeOn', code: 'after-later-fact' as const, facts: { later: publishedOn } }]
      : []),
  ];
}

/** Nothing is written where the number is taken, by an entry or by a draft of one. */
const written = (entry: Entry, { id, organId, at, by }: Writing, fileName: string | null): Statement => ({
  text: `
    WITH entry AS (
      INSERT INTO disclosure (id, organ_id, index_number, title, summary, kind, made_on, published_on, url, file_id, search,
                              entered_at, entered_by, changed_at, file_name)
      SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::tsvector, $12, $13, $12, $14
       WHERE NOT EXISTS (SELECT FROM publication_draft WHERE organ_id = $2 AND index_number = $3 AND state <> 'dropped')
      ON CONFLICT (organ_id, index_number) DO NOTHING
      RETURNING organ_id)
    SELECT organ.path FROM entry JOIN organ ON organ.id = entry.organ_id`,
  values: [
    ...[id, organId, entry.indexNumber, entry.title, entry.summary, entry.kind, entry.madeOn, entry.publishedOn],
    ...[entry.url, entry.fileId, searchVector(entry.indexNumber, entry.title, entry.summary), at, by, fileName],
  ],
});
