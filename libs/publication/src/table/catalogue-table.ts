import { canSee, entryInLog, searchVector, type Person, type PersonalWord } from '@gongkai/casework';
import { Refusal, type DisclosureRow, type DisclosureTable, type Language } from '@gongkai/contracts';
import {
  cellProblems,
  columnsOf,
  json,
  openTable,
  requireColumns,
  type Clock,
  type CommandPool,
  type Statement,
  type TableRow,
} from '@gongkai/platform';
import { asKeeper, checkKeeper } from '../catalogue.js';
import { settleFormed } from '../formed/settle-formed.js';
import type { Kinds } from '../kinds.js';
import { wordProblems } from '../proposed/words-looked-at.js';
import { ENTRY_HEADINGS, readEntry, REQUIRED_COLUMNS, type NewEntry, type ReadEntry } from './read-entry.js';

/** What is known of everybody who ever asked an organ. */
type PersonalOf = (organId: string) => Promise<readonly PersonalWord[]>;
type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly kinds: Kinds; readonly personal: PersonalOf };

/** A table of published information, and whose it is. */
export type EntryTable = {
  readonly bytes: Buffer;
  readonly organId: string;
  /** Who hands it in; nobody at the command line. */
  readonly actorId?: string | null;
  readonly language?: Language;
};

/** A table that somebody at a screen hands in. */
export type HandedIn = {
  readonly bytes: Buffer;
  /** Code of the organ; without it the own one. */
  readonly organ: string | undefined;
  readonly isPreview: boolean;
  readonly language: Language;
};

/** Rows of one table: an organ may have published more than it was ever asked. */
const MOST_ROWS = 100_000;
/** Rows with nothing wrong that are told, so that people see what was read; and of those with something wrong, as many as somebody mends at once. */
const [TOLD, TOLD_WRONG] = [200, 1000];
/** Entries that are written at once, and signs of them: the database waits for no more to be read than that. */
const [BATCH, BATCH_SIGNS] = [1000, 1_000_000];

/** Catalogues that an organ has kept elsewhere: each entry once, by its index number, whatever is wrong with others. */
export class CatalogueTables {
  constructor(private readonly parts: Parts) {}

  /** By a person. @throws Refusal `role-missing`, of the organ or of the table */
  async byPerson(actor: Person, { bytes, organ, isPreview, language }: HandedIn): Promise<DisclosureTable> {
    checkKeeper(actor);
    const organId = organ === undefined ? actor.organId : await this.#organInSight(actor, organ);
    const table = { bytes, organId, language, actorId: actor.id };
    return isPreview ? this.look(table) : this.take(table);
  }

  /** What a table holds, and what is wrong with it by row and column. @throws Refusal of the table */
  async look(table: EntryTable): Promise<DisclosureTable> {
    const tally = new Tally();
    const personal = await this.parts.personal(table.organId);
    for await (const batch of this.#read({ ...table, personal }, (statement) => this.#ask(statement))) tally.add(batch.seen);
    return tally.told();
  }

  /**
   * Publishes what is new and right, and writes what has changed over what was there, as it reads: all of it or nothing, with its entry in
   * the log.
   * @throws Refusal of the table; then nothing is done
   */
  async take(table: EntryTable, tell: (done: number, total: number) => void = () => undefined): Promise<DisclosureTable> {
    const { pool, clock } = this.parts;
    const { organId, actorId = null } = table;
    const tally = new Tally();
    // Before the transaction: nothing waits in it for whoever ever asked.
    const read = { ...table, personal: await this.parts.personal(organId) };
    await pool.flights({ organId, reads: [] }, async (_, transaction) => {
      const [organ] = await transaction.read<OrganRow>(organOf(organId));
      for await (const { seen, about } of this.#read(read, (statement) => transaction.read<KnownRow>(statement))) {
        tally.add(seen);
        await this.#write(seen.flatMap(freshIn), table, (statement) => transaction.read<KnownRow>(statement));
        tell(Math.min(tally.rows, about), about);
      }
      const { fresh, changed } = tally.told();
      if (fresh + changed === 0) return;
      const mark = {
        action: 'disclosures-imported' as const,
        path: organ?.path ?? [],
        subject: { id: organId, name: organ?.name ?? '' },
        after: { fresh, changed },
      };
      await transaction.commit(entryInLog(mark, { actorId, at: clock.now() }));
    });
    return tally.told();
  }

  /** Writes entries that are right, and tells nobody. */
  async publish(entries: readonly NewEntry[], whose: Pick<EntryTable, 'organId'>): Promise<void> {
    for (let done = 0; done < entries.length; done += BATCH)
      await this.#write(entries.slice(done, done + BATCH), whose, (statement) => this.#ask(statement));
  }

  async #write(entries: readonly NewEntry[], { organId, actorId = null }: Whose, ask: Ask): Promise<void> {
    if (entries.length === 0) return;
    const writing = { organId, at: this.parts.clock.now(), by: actorId };
    await ask(written(entries, writing));
    const numbers = entries.map(({ indexNumber }) => indexNumber);
    await ask(settleFormed(numbers, writing));
  }

  async #ask(statement: Statement): Promise<readonly KnownRow[]> {
    return (await this.parts.pool.query<KnownRow>(statement)).rows;
  }

  /** Reads a table some rows at a time, and keeps of it no more than these and the numbers that it has seen. */
  async *#read({ bytes, organId, personal, language = 'zh-CN' }: ReadTable, ask: Ask): AsyncGenerator<Batch> {
    const { clock, kinds } = this.parts;
    const table = await openTable(bytes, { mostRows: MOST_ROWS });
    const columns = columnsOf(table, ENTRY_HEADINGS);
    requireColumns(columns, REQUIRED_COLUMNS, ENTRY_HEADINGS);
    const today = clock.today();
    const first = new Map<string, number>();
    for await (const rows of inBatches(table.rows)) {
      const reads = rows.map((row) => withoutTwin(withoutPersons(readEntry(row, { columns, kinds, today }), personal), first));
      const known = new Map((await ask(knownOf(organId, reads))).map((row) => [row.indexNumber, row]));
      const seen = reads.map((read) => {
        const of = known.get(read.indexNumber);
        const { row, indexNumber, title, entry, problems } = of?.standing === 'drafted' ? taken(read) : read;
        const told = cellProblems(problems, { table, columns, language });
        return { entry, view: { row, indexNumber, title, state: stateOf(entry, of), problems: told } };
      });
      yield { seen, about: table.about };
    }
  }

  async #organInSight(actor: Person, code: string): Promise<string> {
    const text = 'SELECT id, path FROM organ WHERE code = $1';
    const [organ] = (await this.parts.pool.query<{ id: string; path: string[] }>({ text, values: [code] })).rows;
    if (organ === undefined || !canSee(asKeeper(actor), organ.path))
      throw new Refusal('invalid-request', [{ path: 'organ', code: 'unknown-organ' }]);
    return organ.id;
  }
}

type ReadTable = EntryTable & { readonly personal: readonly PersonalWord[] };
type Seen = { readonly entry: NewEntry | null; readonly view: DisclosureRow };
/** Reviewed: it was made of an answer or has a file, and stays as a second person has seen it. Drafted: it is on that way. */
type KnownRow = NewEntry & { readonly standing: 'free' | 'withdrawn' | 'reviewed' | 'drafted' };

type Whose = Pick<EntryTable, 'organId' | 'actorId'>;
/** On a connection of its own, or in the transaction that writes. */
type Ask = (statement: Statement) => Promise<readonly KnownRow[]>;
type Batch = { readonly seen: readonly Seen[]; readonly about: number };

async function* inBatches(rows: AsyncIterable<TableRow>): AsyncGenerator<readonly TableRow[]> {
  let [batch, signs]: [TableRow[], number] = [[], 0];
  for await (const row of rows) {
    batch.push(row);
    signs += row.cells.reduce((sum, { length }) => sum + length, 0);
    if (batch.length < BATCH && signs < BATCH_SIGNS) continue;
    yield batch;
    [batch, signs] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/** What is written of a row: what is new, and what has changed. */
const freshIn = ({ entry, view: { state } }: Seen): readonly NewEntry[] =>
  entry !== null && (state === 'new' || state === 'changed') ? [entry] : [];

/** What of people is not published is wrong in its row: it was public elsewhere, and is not repeated here. */
function withoutPersons(read: ReadEntry, personal: readonly PersonalWord[]): ReadEntry {
  if (read.entry === null) return read;
  const problems = wordProblems(read.entry, personal);
  return problems.length === 0 ? read : { ...read, entry: null, problems: [...read.problems, ...problems] };
}

/** Of two rows with one index number, the second is wrong. @param first the rows of the numbers that were seen */
function withoutTwin(read: ReadEntry, first: Map<string, number>): ReadEntry {
  const row = read.indexNumber === '' ? undefined : first.get(read.indexNumber);
  if (row === undefined) {
    first.set(read.indexNumber, read.row);
    return read;
  }
  return { ...read, entry: null, problems: [...read.problems, { path: 'indexNumber', code: 'twice-in-table', facts: { row } }] };
}

/** The number of an answer that is about to be published. */
const taken = (read: ReadEntry): ReadEntry => ({
  ...read,
  entry: null,
  problems: [...read.problems, { path: 'indexNumber', code: 'taken', facts: { value: read.indexNumber } }],
});

type OrganRow = { readonly path: readonly string[]; readonly name: string };

const organOf = (id: string): Statement => ({ text: 'SELECT path, name_zh AS name FROM organ WHERE id = $1', values: [id] });

const FIELDS = ['title', 'summary', 'kind', 'madeOn', 'publishedOn', 'url'] as const;

function stateOf(entry: NewEntry | null, known: KnownRow | undefined): DisclosureRow['state'] {
  if (entry === null) return 'wrong';
  if (known === undefined) return 'new';
  if (known.standing === 'withdrawn' || known.standing === 'reviewed') return known.standing;
  return FIELDS.every((field) => known[field] === entry[field]) ? 'known' : 'changed';
}

/** What is told of a table: how many rows of each state, and the first of those with something wrong and of the others. */
class Tally {
  readonly #rows: DisclosureRow[] = [];
  readonly #counts = { new: 0, changed: 0, known: 0, withdrawn: 0, reviewed: 0, wrong: 0 };
  #others = 0;

  add(seen: readonly Seen[]): void {
    for (const { view } of seen) {
      this.#counts[view.state] += 1;
      const isTold = view.state === 'wrong' ? this.#counts.wrong <= TOLD_WRONG : (this.#others += 1) <= TOLD;
      if (isTold) this.#rows.push(view);
    }
  }

  /** Rows that were seen. */
  get rows(): number {
    return this.#others + this.#counts.wrong;
  }

  told(): DisclosureTable {
    const { new: fresh, ...counts } = this.#counts;
    return { rows: this.#rows, fresh, ...counts };
  }
}

const knownOf = (organId: string, reads: readonly ReadEntry[]): Statement => ({
  text: `
    SELECT index_number AS "indexNumber", title, summary, kind, made_on AS "madeOn", published_on AS "publishedOn", url,
           CASE WHEN withdrawn_at IS NOT NULL THEN 'withdrawn'
                WHEN file_id IS NOT NULL OR EXISTS (SELECT FROM publication_draft AS draft WHERE draft.id = disclosure.id) THEN 'reviewed' ELSE 'free' END AS standing
      FROM disclosure WHERE organ_id = $1 AND index_number = ANY ($2)
    UNION ALL
    SELECT index_number, title, summary, kind, made_on, begun_on, NULL, 'drafted'
      FROM publication_draft WHERE organ_id = $1 AND index_number = ANY ($2) AND state IN ('draft', 'reviewing', 'reviewed')`,
  values: [organId, reads.map(({ indexNumber }) => indexNumber)],
});

type Writing = { readonly organId: string; readonly at: Date; readonly by: string | null };

/** What was withdrawn meanwhile stays so, and what is made of an answer is written by nobody else. */
const written = (entries: readonly NewEntry[], { organId, at, by }: Writing): Statement => ({
  text: `
    INSERT INTO disclosure (id, organ_id, index_number, title, summary, kind, made_on, published_on, url, search,
                            entered_at, entered_by, changed_at)
    SELECT gen_random_uuid(), $1, "indexNumber", title, summary, kind, "madeOn", "publishedOn", url, search::tsvector, $3, $4, $3
      FROM jsonb_to_recordset($2::jsonb) AS entry ("indexNumber" text, title text, summary text, kind text, "madeOn" date,
                                                   "publishedOn" date, url text, search text)
     WHERE NOT EXISTS (SELECT FROM publication_draft AS draft
                        WHERE draft.organ_id = $1 AND draft.index_number = entry."indexNumber" AND draft.state <> 'dropped')
    ON CONFLICT (organ_id, index_number) DO UPDATE
       SET title = EXCLUDED.title, summary = EXCLUDED.summary, kind = EXCLUDED.kind, made_on = EXCLUDED.made_on,
           published_on = EXCLUDED.published_on, url = EXCLUDED.url, search = EXCLUDED.search, changed_at = EXCLUDED.changed_at
     WHERE disclosure.withdrawn_at IS NULL AND disclosure.file_id IS NULL`,
  values: [organId, json(entries.map((entry) => ({ ...entry, search: searchOf(entry) }))), at, by],
});

/** What an entry is found by. */
const searchOf = ({ indexNumber, title, summary }: NewEntry): string => searchVector(indexNumber, title, summary);
