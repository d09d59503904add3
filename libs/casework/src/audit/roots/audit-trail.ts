import { Readable } from 'node:stream';
import type { LocalDate } from '@gongkai/calendar';
import { inThisSight, type AuditKeys } from '@gongkai/platform';
import {
  Refusal,
  type AuditExportQuery,
  type DailyRoot,
  type DailyRoots as RootsPage,
  type RootReport,
  type RootsQuery,
} from '@gongkai/contracts';
import { entryInLog } from '../../administration/change.js';
import { needRole, type Person } from '../../person.js';
import { asUuid, organInSight } from '../../visibility.js';
import { CannotSign } from './cannot-sign.js';
import { DailyRoots } from './daily-roots.js';
import { auditLines } from './export-roots.js';
import { isLate } from './late-roots.js';
import type { RootParts } from './root-parts.js';
import type { RootRow } from './statement.js';
import { problemsOf, verifyRoots, type KnownKeys } from './verify-roots.js';

/** An organ in somebody's sight. */
type SeenOrgan = { readonly id: string; readonly code: string; readonly name: string; readonly path: readonly string[] };
export type AuditFile = { readonly name: string; readonly content: Readable };

const ORGAN = `SELECT id, code, name_zh AS name, path FROM organ WHERE ${organInSight(1, 2)} AND code = $3`;
const SPAN = 'SELECT min(day) AS first, max(day) AS last FROM audit_root WHERE organ_id = $1 AND day BETWEEN $2 AND $3';
const PAGE = 'SELECT * FROM audit_root WHERE organ_id = $1 AND ($2::date IS NULL OR day < $2) ORDER BY day DESC LIMIT $3';

/** The roots of the days as who audits an office sees them, and as they are taken out of it. */
export class AuditTrail {
  readonly roots: DailyRoots;

  /** @param parts with `complain`, which is told what signing fails by where no setting is the cause */
  constructor(private readonly parts: RootParts & { readonly complain?: (error: unknown) => void }) {
    this.roots = new DailyRoots(parts);
  }

  /**
   * The roots of an organ, the newest first. Where no more can be signed, it says why, and what is signed is there all the same.
   * @throws Refusal `role-missing`; `not-found` for an organ out of sight
   */
  async page(person: Person, { organ: code, limit, cursor }: RootsQuery): Promise<RootsPage> {
    needRole(person, 'auditor', 'supervisor', 'admin');
    const organ = await this.#organ(person, code);
    const known = this.#keys();
    const obstacle = known === null ? 'no-key' : await this.#makeUp(organ.id);
    const values = [organ.id, dayIn(cursor), limit + 1];
    const { rows } = await this.parts.pool.query<RootRow>({ text: PAGE, values });
    const items = rows.slice(0, limit).map((row, i): DailyRoot => {
      const { day, entries, signed_at, key, hash } = row;
      return { day, entries, signedAt: new Date(signed_at).toISOString(), key, hash, state: stateOf(row, rows[i + 1], known) };
    });
    const nextCursor = rows.length > limit ? (items.at(-1)?.day ?? null) : null;
    return { items, nextCursor, key: known?.current.id ?? null, obstacle };
  }

  /** All roots in sight, and what stands under them. @throws Refusal `role-missing` */
  async verify(person: Person): Promise<RootReport> {
    needRole(person, 'auditor', 'supervisor', 'admin');
    const own = `'${asUuid(person.organId)}'::uuid`;
    const condition = person.seesBelow ? `path @> ARRAY[${own}]` : `id = ${own}`;
    const { pool, clock } = this.parts;
    const { brokenRoots, lateRoots, rootKeys, ...sums } = await verifyRoots(pool, this.#keys() ?? NOBODY, { condition });
    const at = clock.now().toISOString();
    return { at, ...sums, brokenRoots: [...brokenRoots], lateRoots: [...lateRoots], rootKeys: [...rootKeys] };
  }

  /**
   * The signed days of an organ as a file that is verified without this program. What is missing up to yesterday is made up before, and who
   * takes the file stands in the administration log.
   * @param byCommandLine the log names nobody
   * @throws Refusal `role-missing`; `not-found` for an organ out of sight; `invalid-request` where nothing is signed of these days
   */
  async file(person: Person, { organ: code, from, to }: AuditExportQuery, byCommandLine = false): Promise<AuditFile> {
    needRole(person, 'auditor');
    const organ = await this.#organ(person, code);
    if (to < from) throw new Refusal('invalid-request', [{ path: 'to', code: 'ends-before-start' }]);
    await this.#makeUp(organ.id);
    const span = await this.#signed(organ.id, { from, to });
    const { pool, clock } = this.parts;
    const mark = {
      action: 'audit-exported',
      path: organ.path,
      subject: { id: organ.id, name: organ.name },
      after: span,
    } as const;
    await pool.query(entryInLog(mark, { actorId: byCommandLine ? null : person.id, at: clock.now() }));
    const { id, code: named, name } = organ;
    const lines = auditLines({ pool, clock }, { organ: { id, code: named, name }, ...span });
    return { name: `gongkai-audit-${named}-${span.from}-${span.to}.jsonl`, content: Readable.from(inThisSight(lines)) };
  }

  /** null where there is none that could sign. */
  #keys(): AuditKeys | null {
    try {
      return this.parts.keys();
    } catch (error) {
      this.parts.complain?.(error);
      return null;
    }
  }

  /** @returns why no more can be signed; null where nothing stands in the way */
  async #makeUp(organId: string): Promise<RootsPage['obstacle']> {
    const [failed] = (await this.roots.makeUp(organId)).failed;
    if (failed === undefined) return null;
    this.parts.complain?.(failed.error);
    return failed.error instanceof CannotSign ? failed.error.reason : 'failed';
  }

  async #organ({ organId, seesBelow, organCode }: Person, code = organCode): Promise<SeenOrgan> {
    const { rows } = await this.parts.pool.query<SeenOrgan>({ text: ORGAN, values: [organId, seesBelow, code] });
    const [organ] = rows;
    if (organ === undefined) throw new Refusal('not-found');
    return organ;
  }

  /** What there is of some days: a file that promised more would not hold. */
  async #signed(organId: string, { from, to }: Days): Promise<Days> {
    const { rows } = await this.parts.pool.query<{ first: LocalDate | null; last: LocalDate | null }>({
      text: SPAN,
      values: [organId, from, to],
    });
    const { first = null, last = null } = rows[0] ?? {};
    if (first === null || last === null) throw new Refusal('invalid-request', [{ path: 'from', code: 'nothing-signed' }]);
    return { from: first, to: last };
  }
}

const NOBODY: KnownKeys = { knows: () => false };

function stateOf(row: RootRow, before: RootRow | undefined, known: KnownKeys | null): DailyRoot['state'] {
  const [first] = problemsOf(row, before ?? null, known ?? NOBODY);
  return (first?.problem as DailyRoot['state'] | undefined) ?? (isLate(row) ? 'late' : 'signed');
}

type Days = { readonly from: LocalDate; readonly to: LocalDate };

/** @throws Refusal `invalid-request` for a cursor that none of its answers gave */
function dayIn(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(cursor)) return cursor;
  throw new Refusal('invalid-request', [{ path: 'cursor', code: 'invalid-value', facts: { expected: 'nextCursor' } }]);
}
