import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@gongkai/calendar';
import { entryInLog, holdFiles, searchVector, type Person } from '@gongkai/casework';
import { Refusal, type CatalogueEntry, type FieldProblem, type NewCatalogueEntry } from '@gongkai/contracts';
import type { Clock, CommandPool, Statement } from '@gongkai/platform';
import { checkKeeper, readInACase, type Catalogue } from './catalogue.js';
import { settleFormed, settleOne } from './formed/settle-formed.js';
import type { Kinds } from './kinds.js';

type Parts = {
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly kinds: Kinds;
  readonly catalogue: Pick<Catalogue, 'find'>;
};

/** Entries that are typed in one by one, with an address, a file, or both. */
export class NewEntries {
  constructor(private readonly parts: Parts) {}

  /**
   * Publishes one of the own organ.
   * @throws Refusal `role-missing`; `invalid-request` where it can be read nowhere, its file lies in a case, its number is taken, or its days
   * cannot be
   */
  async enter(actor: Person, entry: NewCatalogueEntry): Promise<CatalogueEntry> {
    checkKeeper(actor);
    const { pool, clock, kinds, catalogue } = this.parts;
    kinds.check(entry.kind);
    const [today, now, id] = [clock.today(), clock.now(), randomUUID()];
    const publishedOn = entry.publishedOn ?? today;
    const wrong = problemsOf({ ...entry, publishedOn }, today);
    if (wrong.length > 0) throw new Refusal('invalid-request', wrong);
    const { organId } = actor;
    await pool.flights({ organId, reads: [] }, async (_, transaction) => {
      if (entry.fileId !== null) {
        const held = await transaction.read({ text: holdFiles('$2::uuid'), values: [[entry.fileId], organId] });
        if (held.length === 0) throw wrongFile('unknown-file');
        if ((await transaction.read(readInACase(entry.fileId, organId))).length > 0) throw wrongFile('file-of-case');
      }
      const [row] = await transaction.read<KeptRow>(written({ ...entry, publishedOn }, { id, organId, at: now, by: actor.id }));
      if (row === undefined)
        throw new Refusal('invalid-request', [{ path: 'indexNumber', code: 'taken', facts: { value: entry.indexNumber } }]);
      if (entry.formed !== undefined) {
        const settled = await transaction.read(settleOne(entry.formed, { organId, at: now, by: actor.id, entryId: id }));
        if (settled.length === 0) throw new Refusal('invalid-request', [{ path: 'formed', code: 'unknown-entry' }]);
      }
      const subject = { id, name: `${entry.indexNumber} ${entry.title}` };
      const mark = { action: 'disclosure-entered' as const, path: row.path, subject, after: { publishedOn, url: entry.url } };
      await transaction.commit(
        entryInLog(mark, { actorId: actor.id, at: now }),
        settleFormed([entry.indexNumber], { organId, at: now, by: actor.id }),
      );
    });
    return catalogue.find(actor, id);
  }
}

const wrongFile = (code: FieldProblem['code']): Refusal => new Refusal('invalid-request', [{ path: 'fileId', code }]);

type KeptRow = { readonly path: readonly string[] };
type Entry = Omit<NewCatalogueEntry, 'publishedOn'> & { readonly publishedOn: LocalDate };
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
const written = (entry: Entry, { id, organId, at, by }: Writing): Statement => ({
  text: `
    WITH entry AS (
      INSERT INTO disclosure (id, organ_id, index_number, title, summary, kind, made_on, published_on, url, file_id, search,
                              entered_at, entered_by, changed_at)
      SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::tsvector, $12, $13, $12
       WHERE NOT EXISTS (SELECT FROM publication_draft WHERE organ_id = $2 AND index_number = $3 AND state <> 'dropped')
      ON CONFLICT (organ_id, index_number) DO NOTHING
      RETURNING organ_id)
    SELECT organ.path FROM entry JOIN organ ON organ.id = entry.organ_id`,
  values: [
    ...[id, organId, entry.indexNumber, entry.title, entry.summary, entry.kind, entry.madeOn, entry.publishedOn],
    ...[entry.url, entry.fileId, searchVector(entry.indexNumber, entry.title, entry.summary), at, by],
  ],
});
