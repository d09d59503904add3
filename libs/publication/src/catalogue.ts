import { asUuid, organInSight, Parameters, type Person } from '@gongkai/casework';
import {
  Refusal,
  type Catalogue as CataloguePage,
  type CatalogueEntry,
  type CatalogueQuery,
  type Role,
  type Withdrawal,
} from '@gongkai/contracts';
import { officeDay, type Clock, type CommandPool } from '@gongkai/platform';
import { afterSql, COLUMNS, conditionsOf, disclosureOf, FROM, NEWEST_FIRST, nextCursor, type EntryRow } from './entries.js';
import type { Kinds } from './kinds.js';
import { withdrawnRefusal } from './published-information.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly kinds: Kinds };

/** Who keeps the catalogue of an organ; whoever supervises from above keeps those below as well. */
const KEEPERS: readonly Role[] = ['supervisor', 'admin'];

/** @throws Refusal `role-missing` */
export function checkKeeper({ roles }: Person): void {
  if (!KEEPERS.some((role) => roles.includes(role))) throw new Refusal('role-missing', [], { facts: { role: 'supervisor' } });
}

type CatalogueRow = EntryRow & {
  readonly withdrawer: string | null;
  readonly case_id: string | null;
  readonly case_number: string | null;
};

const ENTRIES = `
  SELECT ${COLUMNS}, withdrawer.name AS withdrawer, disclosure.case_id, case_file.number AS case_number
  ${FROM}
  LEFT JOIN person AS withdrawer ON withdrawer.id = disclosure.withdrawn_by
  LEFT JOIN case_file ON case_file.id = disclosure.case_id`;

/** Of two who withdraw at once the first has. */
const WITHDRAW = `
  UPDATE disclosure SET withdrawn_at = $2, withdrawn_by = $3, withdrawal = $4, changed_at = $2
   WHERE id = $1 AND withdrawn_at IS NULL`;

const STATUS = { published: 'disclosure.withdrawn_at IS NULL', withdrawn: 'disclosure.withdrawn_at IS NOT NULL' } as const;

/** The catalogue of published information (信息公开目录), for those who keep it. */
export class Catalogue {
  constructor(private readonly parts: Parts) {}

  /** The newest first, what was withdrawn among them. @throws Refusal `role-missing`, `invalid-request` */
  async list(actor: Person, query: CatalogueQuery): Promise<CataloguePage> {
    checkKeeper(actor);
    this.parts.kinds.check(query.kind);
    const parameters = new Parameters();
    const conditions = [
      inSight(actor, parameters),
      ...(query.status === undefined ? [] : [STATUS[query.status]]),
      ...conditionsOf(query, parameters),
      ...afterSql(query.cursor, parameters),
    ].map((one) => `(${one})`);
    const limit = parameters.add(query.limit + 1);
    const text = `${ENTRIES} WHERE ${conditions.join(' AND ')} ${NEWEST_FIRST} LIMIT ${limit}`;
    const { rows } = await this.parts.pool.query<CatalogueRow>({ text, values: parameters.values });
    return { items: rows.slice(0, query.limit).map((row) => this.#entryOf(row)), nextCursor: nextCursor(rows, query.limit) };
  }

  /**
   * Takes an entry back: from now on it is in no list, and its page tells why.
   * @throws Refusal `role-missing`, `not-found`, `disclosure-withdrawn` where it was before
   */
  async withdraw(actor: Person, id: string, { reason }: Withdrawal): Promise<CatalogueEntry> {
    checkKeeper(actor);
    await this.#one(actor, id);
    const values = [id, this.parts.clock.now(), actor.id, reason];
    const { rowCount } = await this.parts.pool.query({ text: WITHDRAW, values });
    const row = await this.#one(actor, id);
    if (rowCount === 0) throw withdrawnRefusal(row);
    return this.#entryOf(row);
  }

  async #one(actor: Person, id: string): Promise<CatalogueRow> {
    const parameters = new Parameters();
    const text = `${ENTRIES} WHERE ${inSight(actor, parameters)} AND disclosure.id = ${parameters.add(asUuid(id))}`;
    const [row] = (await this.parts.pool.query<CatalogueRow>({ text, values: parameters.values })).rows;
    if (row === undefined) throw new Refusal('not-found');
    return row;
  }

  #entryOf(row: CatalogueRow): CatalogueEntry {
    const { withdrawn_at: at, withdrawal, withdrawer, case_id: caseId, case_number: number } = row;
    return {
      ...disclosureOf(row, this.parts.kinds),
      withdrawn: at === null ? null : { on: officeDay(at), by: withdrawer, reason: withdrawal ?? '' },
      case: caseId === null || number === null ? null : { id: caseId, number },
    };
  }
}

/** The first two parameters say whose sight it is. */
function inSight({ organId, seesBelow }: Person, parameters: Parameters): string {
  parameters.add(organId);
  parameters.add(seesBelow);
  return organInSight(1, 2);
}
