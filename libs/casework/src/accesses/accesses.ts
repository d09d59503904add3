import { addDays } from '@gongkai/calendar';
import { ACCESS_KINDS, Refusal, type Access, type AccessPage, type AccessQuery } from '@gongkai/contracts';
import { momentAt, type Clock, type CommandPool, type Parameter } from '@gongkai/platform';
import { entryInLog } from '../administration/change.js';
import { needRole, type Person } from '../person.js';
import { ACCESS_COUNT, ACCESS_PAGE, MOST_ACCESSES } from './access-statements.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock };

const ORGAN = 'SELECT name_zh AS name FROM organ WHERE id = $1';

type Row = {
  readonly at: Date;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly kind: Access['kind'];
  readonly subject_id: string;
  readonly subject_name: string;
  readonly reason: string | null;
  readonly log: string;
  readonly seq: number;
};

/** Who looked at what: for who audits the office, and written down in its turn. */
export class Accesses {
  constructor(private readonly parts: Parts) {}

  /**
   * One page, the newest first: of the own organ, and of what is below where the auditor sees it. How many there are is counted for the
   * first page alone, and so far as `atLeast` says.
   * @throws Refusal `role-missing` for everybody but auditors
   */
  async page(reader: Person, query: AccessQuery): Promise<AccessPage> {
    needRole(reader, 'auditor');
    const { limit, cursor } = query;
    const place = placeOf(cursor);
    const values = filtersOf(reader, query);
    const { pool } = this.parts;
    const [total, listed] = await Promise.all([
      cursor === undefined ? this.#count(values) : null,
      pool.query<Row>({ text: ACCESS_PAGE, values: [...values, ...place, limit + 1] }),
    ]);
    if (cursor === undefined) await this.#writeDown(reader, query);
    const rows = listed.rows.slice(0, limit);
    const last = listed.rows.length > limit ? rows.at(-1) : undefined;
    const nextCursor = last === undefined ? null : `${last.at.toISOString()}~${last.log}~${String(last.seq)}`;
    return { items: rows.map(accessOf), total, atLeast: total === MOST_ACCESSES, nextCursor };
  }

  async #count(values: readonly Parameter[]): Promise<number> {
    const { rows } = await this.parts.pool.query<{ total: number }>({ text: ACCESS_COUNT, values });
    return rows[0]?.total ?? 0;
  }

  /** Further pages are of the same look. */
  async #writeDown({ id, organId, organPath }: Person, { limit: _, cursor: __, ...asked }: AccessQuery): Promise<void> {
    const { pool, clock } = this.parts;
    const { rows } = await pool.query<{ name: string }>({ text: ORGAN, values: [organId] });
    const subject = { id: organId, name: rows[0]?.name ?? '' };
    const mark = { action: 'access-log-read', path: organPath, subject, after: asked } as const;
    await pool.query(entryInLog(mark, { actorId: id, at: clock.now() }));
  }
}

function filtersOf({ organId, seesBelow }: Person, { person, case: number, kind, from, to }: AccessQuery): readonly Parameter[] {
  const since = from === undefined ? null : momentAt({ on: from, time: '00:00' });
  const until = to === undefined ? null : momentAt({ on: addDays(to, 1), time: '00:00' });
  return [[...ACCESS_KINDS], organId, seesBelow, person ?? null, number ?? null, kind ?? null, since, until];
}

const accessOf = ({ at, kind, reason, ...row }: Row): Access => ({
  at: at.toISOString(),
  actor: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name ?? '' },
  kind,
  subject: { id: row.subject_id, name: row.subject_name },
  reason,
});

const PLACE = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~([ab])~(\d{1,15})$/;

/** @throws Refusal `invalid-request` for a cursor that none of its answers gave */
function placeOf(cursor: string | undefined): readonly [string | null, string | null, string | null] {
  if (cursor === undefined) return [null, null, null];
  const [, at, log, seq] = PLACE.exec(cursor) ?? [];
  if (at !== undefined && log !== undefined && seq !== undefined && !Number.isNaN(Date.parse(at))) return [at, log, seq];
  throw new Refusal('invalid-request', [{ path: 'cursor', code: 'invalid-value', facts: { expected: 'nextCursor' } }]);
}
