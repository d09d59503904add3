import { randomUUID } from 'node:crypto';
import { yearOf, type LocalDate } from '@gongkai/calendar';
import { entryInLog, Parameters, type Person } from '@gongkai/casework';
import {
  Refusal,
  type CatalogueYear,
  type CatalogueYearQuery,
  type NothingList,
  type NothingQuery,
  type NothingStatement,
} from '@gongkai/contracts';
import { officeDay, type Clock, type CommandPool, type Statement } from '@gongkai/platform';
import { checkKeeper } from './catalogue.js';
import type { Kinds } from './kinds.js';
import { holdsIn } from './stated.js';

type Parts = {
  readonly pool: CommandPool;
  readonly clock: Clock;
  readonly kinds: Kinds;
  /** The catalogue of a year, as it stands. */
  readonly yearOf: (actor: Person, query: CatalogueYearQuery) => Promise<CatalogueYear>;
};

/** A kind of REG 20, by its code, in a year. */
type OfKind = { readonly year: number; readonly kind: string };

/**
 * That an organ has nothing of a kind to publish, said by whom and why (全清单, REG 19–21): the gap is answered. It holds in its year and
 * the later ones; of a kind that is due every year in its year alone. What is published after all takes the word of it.
 */
export class NothingToPublish {
  constructor(private readonly parts: Parts) {}

  /**
   * Says so of the own organ, or in other words than before.
   * @throws Refusal `role-missing`, `invalid-request` of a kind that there is none of, `nothing-missing` where there is no gap
   */
  async state(actor: Person, { year, kind }: OfKind, { reason }: NothingStatement): Promise<CatalogueYear> {
    checkKeeper(actor);
    const { pool, clock, kinds } = this.parts;
    kinds.check(kind);
    const shown = await this.parts.yearOf(actor, { year });
    if (shown.kinds.find((one) => one.kind.code === kind)?.gap === null) throw new Refusal('nothing-missing');
    const at = clock.now();
    await pool.flights({ organId: actor.organId, reads: [] }, async (_, transaction) => {
      const values = [randomUUID(), actor.organId, kind, year, reason, at, actor.id];
      const [row] = await transaction.read<{ id: string }>({ text: STATE, values });
      const mark = { action: 'nothing-stated' as const, path: actor.organPath, after: { year, reason } };
      await transaction.commit(
        entryInLog({ ...mark, subject: { id: row?.id ?? '', name: this.#named(kind) } }, { actorId: actor.id, at }),
      );
    });
    return this.parts.yearOf(actor, { year });
  }

  /** Takes it back: the gap is one again. @throws Refusal `role-missing`, `not-found` where nothing was said of that year or before it */
  async takeBack(actor: Person, { year, kind }: OfKind): Promise<CatalogueYear> {
    checkKeeper(actor);
    const { pool, clock, kinds } = this.parts;
    const at = clock.now();
    await pool.flights({ organId: actor.organId, reads: [] }, async (_, transaction) => {
      const isYearly = kinds.yearly().has(kind);
      const rows = await transaction.read<Taken>({ text: TAKE_BACK, values: [actor.organId, kind, year, isYearly] });
      if (rows.length === 0) throw new Refusal('not-found');
      const [last] = rows.toSorted((one, other) => other.year - one.year);
      const subject = { id: last?.id ?? '', name: this.#named(kind) };
      const mark = { action: 'nothing-taken-back' as const, path: actor.organPath, subject };
      const before = { year: last?.year, reason: last?.reason };
      await transaction.commit(entryInLog({ ...mark, before, after: { year } }, { actorId: actor.id, at }));
    });
    return this.parts.yearOf(actor, { year });
  }

  /** What organs say today that they have nothing of, for anybody. @throws Refusal `invalid-request` */
  async list(query: NothingQuery): Promise<NothingList> {
    const { pool, clock, kinds } = this.parts;
    kinds.check(query.kind);
    const { rows } = await pool.query<PublicRow>(listed(query, clock.today(), [...kinds.yearly()]));
    const items = rows.map(({ kind, organ_code: code, organ_zh: zh, organ_en: en, reason, stated_at: at }) => ({
      kind: kinds.named(kind),
      organ: { code, name: { 'zh-CN': zh, en } },
      reason,
      on: officeDay(at),
    }));
    return { items };
  }

  #named(kind: string): string {
    return this.parts.kinds.named(kind).name['zh-CN'];
  }
}

type Taken = { readonly id: string; readonly year: number; readonly reason: string };
type PublicRow = {
  readonly kind: string;
  readonly organ_code: string;
  readonly organ_zh: string;
  readonly organ_en: string;
  readonly reason: string;
  readonly stated_at: Date;
};

const STATE = `
  INSERT INTO nothing_to_publish AS nothing (id, organ_id, kind, year, reason, stated_at, stated_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (organ_id, kind, year) DO UPDATE SET reason = excluded.reason, stated_at = excluded.stated_at, stated_by = excluded.stated_by
  RETURNING nothing.id`;

/** All that hold in the year: an earlier one would answer its gap as well. */
const TAKE_BACK = `
  DELETE FROM nothing_to_publish AS nothing
   WHERE nothing.organ_id = $1 AND nothing.kind = $2 AND ${holdsIn('$3', '$4::boolean')}
  RETURNING nothing.id, nothing.year, nothing.reason`;

/** Those that are told at once: each organ says it of a few kinds. */
const MOST = 500;

/** Only where nothing of the kind is public: what was published since is the better word. Entries are looked through once, for all organs. */
function listed({ organ, kind }: NothingQuery, today: LocalDate, yearly: readonly string[]): Statement {
  const parameters = new Parameters();
  const [day, year, every] = [today, yearOf(today), yearly].map((value) => parameters.add(value));
  const isYearly = `nothing.kind = ANY (${every ?? ''}::text[])`;
  const wanted = [
    ...(organ === undefined
      ? []
      : [`organ.path @> ARRAY[(SELECT top.id FROM organ AS top WHERE top.code = ${parameters.add(organ)})]`]),
    ...(kind === undefined ? [] : [`nothing.kind = ${parameters.add(kind)}`]),
  ].map((one) => ` AND ${one}`);
  const text = `
    WITH last_of AS (
      SELECT organ_id, kind, max(published_on) AS published_on
        FROM disclosure WHERE withdrawn_at IS NULL AND published_on <= ${day ?? ''}::date GROUP BY organ_id, kind),
    last_below AS (
      SELECT above.id AS organ_id, last_of.kind, max(last_of.published_on) AS published_on
        FROM last_of JOIN organ AS one ON one.id = last_of.organ_id CROSS JOIN unnest(one.path) AS above (id)
       GROUP BY above.id, last_of.kind)
    SELECT DISTINCT ON (organ.code, nothing.kind)
           nothing.kind, organ.code AS organ_code, organ.name_zh AS organ_zh, organ.name_en AS organ_en, nothing.reason, nothing.stated_at
      FROM nothing_to_publish AS nothing
      JOIN organ ON organ.id = nothing.organ_id
      LEFT JOIN last_below ON last_below.organ_id = nothing.organ_id AND last_below.kind = nothing.kind
     WHERE ${holdsIn(year ?? '', isYearly)}
       AND (last_below.published_on IS NULL
            OR ${isYearly} AND last_below.published_on < make_date(${year ?? ''}::int, 1, 1))${wanted.join('')}
     ORDER BY organ.code, nothing.kind, nothing.year DESC
     LIMIT ${String(MOST)}`;
  return { text, values: parameters.values };
}
