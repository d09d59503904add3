import { randomUUID } from 'node:crypto';
import { yearOf } from '@gongkai/calendar';
import { entryInLog, type LawShelf, type Mark, type Person } from '@gongkai/casework';
import {
  Refusal,
  type FieldProblem,
  type FormedEnd,
  type FormedInformation,
  type FormedList,
  type FormedQuery,
  type NewFormedInformation,
} from '@gongkai/contracts';
import { officeDay, type Clock, type CommandPool, type OpenTransaction, type Statement } from '@gongkai/platform';
import { asKeeper, checkKeeper } from '../catalogue.js';
import type { Kinds } from '../kinds.js';
import { formedIn, formedView, oneFormed, oneLocked, type FormedRow } from './formed-rows.js';
import { settleFormed } from './settle-formed.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly kinds: Kinds; readonly laws: LawShelf };

/** Those that are told at once. */
const MOST = 500;

/** What is done with one, and what the log tells of it. */
type Act = { readonly statement: Statement } & Pick<Mark, 'action' | 'before' | 'after'>;
type Doing = (row: FormedRow, transaction: OpenTransaction) => Promise<Act>;

/**
 * What was formed or changed and has to be public (REG 26), known before it is: it has its day, rings before it, and ends when it is in the
 * catalogue, or when it is answered why it is not.
 */
export class FormedInformations {
  constructor(private readonly parts: Parts) {}

  /** What is open, the first that is due first; or what has ended. @throws Refusal `role-missing` */
  async list(actor: Person, query: FormedQuery): Promise<FormedList> {
    checkKeeper(actor);
    const { rows } = await this.parts.pool.query<FormedRow>(formedIn(asKeeper(actor), query));
    const all = rows.map((row) => this.#viewOf(row));
    const wanted = query.light === undefined ? all : all.filter(({ light }) => query.light?.includes(light));
    const sorted = query.state === 'open' ? wanted.toSorted((one, other) => (one.due.on < other.due.on ? -1 : 1)) : wanted;
    const lit = (light: FormedInformation['light']): number => all.filter((one) => one.light === light).length;
    return {
      items: sorted.slice(0, MOST),
      more: Math.max(0, sorted.length - MOST),
      counts: { overdue: lit('overdue'), red: lit('red'), yellow: lit('yellow'), green: lit('green') },
    };
  }

  /**
   * Enters one of the own organ; what is in the catalogue already settles it at once.
   * @throws Refusal `role-missing`; `invalid-request` of its kind, its unit or its day, or where it is entered already
   */
  async enter(actor: Person, given: NewFormedInformation): Promise<FormedInformation> {
    checkKeeper(actor);
    const { pool, clock, kinds } = this.parts;
    kinds.check(given.kind);
    const [id, at] = [randomUUID(), clock.now()];
    if (given.on > clock.today()) throw new Refusal('invalid-request', [{ path: 'on', code: 'future-date' }]);
    const { organId } = actor;
    await pool.flights({ organId, reads: [numbering(organId)] }, async (_, transaction) => {
      const unitId = await unitOf(given.unit, organId, transaction);
      const [row] = await transaction.read<{ number: string }>(entered(given, { id, at, unitId, actor }));
      if (row === undefined) throw new Refusal('invalid-request', [takenBy(given)]);
      const mark = {
        action: 'formed-entered' as const,
        path: actor.organPath,
        subject: { id, name: `${row.number} ${given.title}` },
        after: { kind: given.kind, change: given.change, on: given.on, term: given.term },
      };
      await transaction.commit(
        entryInLog(mark, { actorId: actor.id, at }),
        settleFormed(await numbersOf(given, organId, transaction), { organId, at, by: actor.id }),
      );
    });
    return this.#one(actor, id);
  }

  /**
   * Says how one ends: as an entry of the catalogue, with a reason, or as a mistake.
   * @throws Refusal `role-missing`, `not-found`, `formed-ended`; `invalid-request` where there is no such entry, or it is an earlier one
   */
  end(actor: Person, id: string, end: FormedEnd): Promise<FormedInformation> {
    return this.#do(actor, id, async (row, transaction) => {
      if (row.endedAs !== null) throw new Refusal('formed-ended', [], { facts: { by: row.endedBy ?? '' } });
      const entryId = end.as === 'published' ? await entryOf(row, end.indexNumber, transaction) : null;
      const reason = end.as === 'published' ? null : end.reason;
      const values = [row.id, end.as, this.parts.clock.now(), actor.id, reason, entryId];
      return { statement: { text: END, values }, action: 'formed-ended', after: { ...end } };
    });
  }

  /** Takes the end back: it is owed again. @throws Refusal `role-missing`, `not-found`, `formed-open`, `invalid-request` where it was entered again */
  reopen(actor: Person, id: string): Promise<FormedInformation> {
    return this.#do(actor, id, async (row, transaction) => {
      if (row.endedAs === null) throw new Refusal('formed-open');
      const again = await transaction.read({ text: AGAIN, values: [row.id] });
      if (again.length > 0) throw new Refusal('invalid-request', [takenBy(row)]);
      const { endedAs: as, reason, entryNumber } = row;
      const statement = { text: REOPEN, values: [row.id] };
      return { statement, action: 'formed-reopened', before: { as, reason, entry: entryNumber } };
    });
  }

  async #do(actor: Person, id: string, doing: Doing): Promise<FormedInformation> {
    checkKeeper(actor);
    const { pool, clock } = this.parts;
    await pool.flights({ organId: actor.organId, reads: [] }, async (_, transaction) => {
      const [row] = await transaction.read<FormedRow>(oneLocked(asKeeper(actor), id));
      if (row === undefined) throw new Refusal('not-found');
      const { statement, ...told } = await doing(row, transaction);
      const mark = { ...told, path: row.path, subject: { id: row.id, name: `${row.number} ${row.title}` } };
      await transaction.commit(statement, entryInLog(mark, { actorId: actor.id, at: clock.now() }));
    });
    return this.#one(actor, id);
  }

  async #one(actor: Person, id: string): Promise<FormedInformation> {
    const [row] = (await this.parts.pool.query<FormedRow>(oneFormed(asKeeper(actor), id))).rows;
    if (row === undefined) throw new Refusal('not-found');
    return this.#viewOf(row);
  }

  #viewOf(row: FormedRow): FormedInformation {
    const { laws, kinds, clock } = this.parts;
    return formedView(row, { laws, kinds, today: clock.today() });
  }
}

const takenBy = ({ title }: { readonly title: string }): FieldProblem => ({
  path: 'title',
  code: 'taken',
  facts: { value: title },
});

/** Two of an organ that are entered at once are numbered one after the other. */
const numbering = (organId: string): Statement => ({
  text: `SELECT pg_advisory_xact_lock(hashtextextended('formed ' || $1, 0))`,
  values: [organId],
});

const END = `
  UPDATE formed_information SET ended_as = $2, ended_at = $3, ended_by = $4, reason = $5, disclosure_id = $6 WHERE id = $1`;
const REOPEN = `
  UPDATE formed_information SET ended_as = NULL, ended_at = NULL, ended_by = NULL, reason = NULL, disclosure_id = NULL WHERE id = $1`;
const AGAIN = `
  SELECT FROM formed_information AS one JOIN formed_information AS other USING (organ_id, kind, on_day, title)
   WHERE one.id = $1 AND other.id <> one.id AND other.ended_as IS DISTINCT FROM 'mistaken'`;

type Writing = { readonly id: string; readonly at: Date; readonly unitId: string | null; readonly actor: Person };

/** Nothing is written where the same was entered before. */
const entered = (given: NewFormedInformation, { id, at, unitId, actor }: Writing): Statement => {
  const year = String(yearOf(officeDay(at)));
  return {
    text: `
      INSERT INTO formed_information (id, organ_id, number, title, kind, change, on_day, unit_id, note, url, index_number, term_days, term_unit,
                                      term_source, entered_at, entered_by)
      SELECT $1, $2, $3 || '-' || (1 + coalesce(max(split_part(number, '-', 2)::int), 0)), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16
        FROM formed_information WHERE organ_id = $2 AND number LIKE $3 || '-%'
      ON CONFLICT (organ_id, kind, on_day, title) WHERE ended_as IS DISTINCT FROM 'mistaken' DO NOTHING
      RETURNING number`,
    values: [
      ...[id, actor.organId, year, given.title, given.kind, given.change, given.on, unitId, given.note, given.url],
      ...[given.indexNumber, given.term?.days ?? null, given.term?.unit ?? null, given.term?.source ?? null, at, actor.id],
    ],
  };
};

/** The unit that sees to it: the own organ, or one below it. */
async function unitOf(code: string | null, organId: string, { read }: OpenTransaction): Promise<string | null> {
  if (code === null) return null;
  const text = 'SELECT id FROM organ WHERE code = $1 AND path @> ARRAY[$2::uuid]';
  const [unit] = await read<{ id: string }>({ text, values: [code, organId] });
  if (unit === undefined) throw new Refusal('invalid-request', [{ path: 'unit', code: 'unknown-organ' }]);
  return unit.id;
}

/** Of entries that may be it already: the one with its number, or those with its name. */
async function numbersOf({ indexNumber, title }: NewFormedInformation, organId: string, { read }: OpenTransaction) {
  if (indexNumber !== null) return [indexNumber];
  const text = 'SELECT index_number AS number FROM disclosure WHERE organ_id = $1 AND title = $2';
  return (await read<{ number: string }>({ text, values: [organId, title] })).map(({ number }) => number);
}

/** The entry that it has become: of its organ, public, and since it was formed. */
async function entryOf({ organId, on }: FormedRow, indexNumber: string, { read }: OpenTransaction): Promise<string> {
  const text = `
    SELECT id, published_on AS "publishedOn" FROM disclosure WHERE organ_id = $1 AND index_number = $2 AND withdrawn_at IS NULL`;
  const [entry] = await read<{ id: string; publishedOn: string }>({ text, values: [organId, indexNumber] });
  if (entry === undefined) throw new Refusal('invalid-request', [{ path: 'indexNumber', code: 'unknown-entry' }]);
  if (entry.publishedOn < on)
    throw new Refusal('invalid-request', [{ path: 'indexNumber', code: 'before-earlier-fact', facts: { earlier: on } }]);
  return entry.id;
}
