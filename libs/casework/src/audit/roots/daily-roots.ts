import { addDays, earlierOf, laterOf, type LocalDate } from '@gongkai/calendar';
import { json, momentAt, officeDay, type AuditKeys, type Clock, type CommandPool, type Statement } from '@gongkai/platform';
import { NO_HASH } from '../../desk/journal-entry.js';
import { byPlace, leavesHash, ROOT_FORMAT, signedText, statementHash, type Leaf, type RootRow } from './statement.js';
import { firstEntry, uncovered, type Uncovered } from './uncovered.js';

/** @param keys asked for only where there is something to sign */
export type RootParts = { readonly pool: CommandPool; readonly clock: Clock; readonly keys: () => AuditKeys };
export type MadeUp = { readonly organs: number; readonly days: number };

/** The roots that were signed with a key nobody has here: to sign on with another would look like a forgery. */
class StrangeAuditKey extends Error {
  constructor(key: string) {
    super(
      `The roots of the days were signed with the key ${key}, which is not here: set AUDIT_KEY or DATA_DIR as the server has it, or put its public key behind the new one.`,
    );
  }
}

/** Days that are made up at a time: their entries have to fit into memory. */
const WINDOW = 30;
const TAKEN = '23505';

type Behind = { readonly id: string; readonly day: LocalDate | null; readonly hash: string | null; readonly key: string | null };

const BEHIND = `
  SELECT organ.id, last.day, last.hash, last.key
    FROM organ
    LEFT JOIN LATERAL (SELECT day, hash, key FROM audit_root WHERE organ_id = organ.id ORDER BY day DESC LIMIT 1) AS last ON true
   WHERE (last.day IS NULL OR last.day < $1) AND ($2::uuid IS NULL OR organ.id = $2)
   ORDER BY organ.id`;

/**
 * The root of each day that is over: of all that an organ has written down on it, signed and bound to the day before. Whoever comes makes
 * up what is missing; two at a time make each day once. Nothing waits for it.
 */
export class DailyRoots {
  constructor(private readonly parts: RootParts) {}

  /** @param organId of one organ alone. @throws StrangeAuditKey, SettingsError */
  async makeUp(organId?: string): Promise<MadeUp> {
    const { pool, clock } = this.parts;
    const yesterday = addDays(clock.today(), -1);
    const { rows } = await pool.query<Behind>({ text: BEHIND, values: [yesterday, organId ?? null] });
    const made = { organs: 0, days: 0 };
    for (const organ of rows) {
      const days = await this.#catchUp(organ, yesterday);
      made.days += days;
      made.organs += days === 0 ? 0 : 1;
    }
    return made;
  }

  async #catchUp({ id, day, hash, key }: Behind, yesterday: LocalDate): Promise<number> {
    if (key !== null && !this.parts.keys().knows(key)) throw new StrangeAuditKey(key);
    const first = day === null ? await this.#firstDay(id) : addDays(day, 1);
    return first === null ? 0 : this.#between(id, { from: first, to: yesterday, previous: hash ?? NO_HASH });
  }

  async #between(organId: string, { from: first, to: last, previous: before }: Window): Promise<number> {
    let [days, previous] = [0, before];
    for (let from = first; from <= last; from = addDays(from, WINDOW)) {
      const roots = await this.#window(organId, { from, to: earlierOf(addDays(from, WINDOW - 1), last), previous });
      if (roots === null) return days;
      days += roots.length;
      previous = roots.at(-1)?.hash ?? previous;
    }
    return days;
  }

  async #firstDay(organId: string): Promise<LocalDate | null> {
    const at = await firstEntry(this.parts.pool, organId);
    return at === null ? null : officeDay(at);
  }

  /** @returns null where somebody else has made them meanwhile */
  async #window(organId: string, { from, to, previous }: Window): Promise<readonly RootRow[] | null> {
    const { pool } = this.parts;
    const found = byDay(await uncovered(pool, organId, momentAt({ on: addDays(to, 1), time: '00:00' })), from);
    const roots: RootRow[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const leaves = found.get(day) ?? [];
      roots.push(this.#signed({ organId, day, leaves, previous: roots.at(-1)?.hash ?? previous }));
    }
    try {
      await pool.query(writing(roots, organId, found));
      return roots;
    } catch (error) {
      if ((error as { code?: unknown }).code === TAKEN) return null;
      throw error;
    }
  }

  #signed({ organId, day, leaves, previous }: Unsigned): RootRow {
    const keys = this.parts.keys();
    const { id: key, pem } = keys.current;
    const signedAt = this.parts.clock.now().toISOString();
    const sum = { day, entries: leaves.length, leaves: leavesHash(leaves), previous };
    const statement = { format: ROOT_FORMAT, organ: organId, ...sum, signedAt, key } as const;
    const proof = { public_key: pem, signature: keys.sign(signedText(statement)), hash: statementHash(statement) };
    return { organ_id: organId, ...sum, signed_at: signedAt, key, ...proof };
  }
}

type Window = { readonly from: LocalDate; readonly to: LocalDate; readonly previous: string };
type Unsigned = {
  readonly organId: string;
  readonly day: LocalDate;
  readonly leaves: readonly Leaf[];
  readonly previous: string;
};
type Days = ReadonlyMap<LocalDate, readonly Leaf[]>;

/** Under its own day, or under the first that is still open. */
function byDay(found: readonly Uncovered[], first: LocalDate): Days {
  const days = new Map<LocalDate, Leaf[]>();
  for (const { at, ...leaf } of found) {
    const day = laterOf(officeDay(at), first);
    const ofDay = days.get(day) ?? [];
    ofDay.push(leaf);
    days.set(day, ofDay);
  }
  for (const leaves of days.values()) leaves.sort(byPlace);
  return days;
}

/** One statement, so that a root never stands without its leaves. */
function writing(roots: readonly RootRow[], organId: string, days: Days): Statement {
  const leaves = [...days].flatMap(([day, ofDay]) => ofDay.map((leaf) => ({ organ_id: organId, day, ...leaf })));
  const text = `
    WITH root AS (INSERT INTO audit_root SELECT * FROM jsonb_populate_recordset(NULL::audit_root, $1::jsonb))
    INSERT INTO audit_leaf SELECT * FROM jsonb_populate_recordset(NULL::audit_leaf, $2::jsonb)`;
  return { text, values: [json(roots), json(leaves)] };
}
