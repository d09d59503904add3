import { addDays } from '@gongkai/calendar';
import { ACCESSES_IN_LOG, Refusal, type Access, type AccessPage, type AccessQuery } from '@gongkai/contracts';
import { momentAt, type Clock, type CommandPool, type Parameter } from '@gongkai/platform';
import { entryInLog } from '../administration/change.js';
import { needRole, type Person } from '../person.js';
import { organInSight } from '../visibility.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock };

/** Both logs as one: who read a case, and what of the administration log is a look or something that was taken out. */
const SEEN = `
  SELECT at, actor_id, organ_path, kind, subject_id, subject_name, NULL AS reason, 'a' AS log, seq FROM access_log
  UNION ALL
  SELECT at, actor_id, organ_path, action, subject_id, subject_name, after ->> 'reason', 'b', seq FROM admin_log WHERE action = ANY ($1)`;

/** `$2` the reader's organ, `$3` whether they see below. */
const ASKED = `
    FROM (${SEEN}) AS seen LEFT JOIN person ON person.id = actor_id
   WHERE organ_path[cardinality(organ_path)] IN (SELECT id FROM organ WHERE ${organInSight(2, 3)})
     AND ($4::text IS NULL OR position(lower($4) IN lower(person.name)) > 0 OR person.username = $4)
     AND ($5::text IS NULL OR position(lower($5) IN lower(subject_name)) > 0)
     AND ($6::text IS NULL OR kind = $6) AND ($7::timestamptz IS NULL OR at >= $7) AND ($8::timestamptz IS NULL OR at < $8)`;
const PAGE = `
  SELECT at, actor_id, person.name AS actor_name, kind, subject_id, subject_name, reason, log, seq ${ASKED}
     AND ($9::timestamptz IS NULL OR (at, log, seq) < ($9, $10, $11::bigint))
   ORDER BY at DESC, log DESC, seq DESC LIMIT $12`;
const COUNT = `SELECT count(*) AS total ${ASKED}`;

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
   * One page, the newest first: of the own organ, and of what is below where the auditor sees it.
   * @throws Refusal `role-missing` for everybody but auditors
   */
  async page(reader: Person, query: AccessQuery): Promise<AccessPage> {
    needRole(reader, 'auditor');
    const { limit, cursor } = query;
    const place = placeOf(cursor);
    const values = filtersOf(reader, query);
    const { pool } = this.parts;
    const [counted, listed] = await Promise.all([
      pool.query<{ total: number }>({ text: COUNT, values }),
      pool.query<Row>({ text: PAGE, values: [...values, ...place, limit + 1] }),
    ]);
    if (cursor === undefined) await this.#writeDown(reader, query);
    const rows = listed.rows.slice(0, limit);
    const last = listed.rows.length > limit ? rows.at(-1) : undefined;
    const nextCursor = last === undefined ? null : `${last.at.toISOString()}~${last.log}~${String(last.seq)}`;
    return { items: rows.map(accessOf), total: counted.rows[0]?.total ?? 0, nextCursor };
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
  return [[...ACCESSES_IN_LOG], organId, seesBelow, person ?? null, number ?? null, kind ?? null, since, until];
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
