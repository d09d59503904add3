import { addDays, type LocalDate } from '@gongkai/calendar';
import type { Clock, CommandPool, PublicAuditKey } from '@gongkai/platform';
import { dayByDay, entriesUnder, type Covered } from './entries-under.js';
import { statementOf, type RootRow } from './statement.js';

const EXPORT_FORMAT = 'gongkai-audit/1';

/** Which roots of which organ. */
export type RootsAsked = {
  readonly organ: { readonly id: string; readonly code: string; readonly name: string };
  readonly from: LocalDate;
  readonly to: LocalDate;
};
type Parts = { readonly pool: CommandPool; readonly clock: Clock };

const ROOTS = 'SELECT * FROM audit_root WHERE organ_id = $1 AND day BETWEEN $2 AND $3 ORDER BY day';
const KEYS = `SELECT DISTINCT key AS id, public_key AS pem FROM audit_root WHERE organ_id = $1 AND day BETWEEN $2 AND $3 ORDER BY 1`;
const WINDOW = 30;

/**
 * The roots of some days with all that stands under them, as lines of JSON: a head with the public keys, each root with its signature and
 * behind it its entries, and an end. `scripts/verify-audit.mjs` reads it without anything of this program (docs/operations.md).
 */
export async function* auditLines({ pool, clock }: Parts, { organ, from, to }: RootsAsked): AsyncGenerator<string> {
  const { rows: keys } = await pool.query<PublicAuditKey>({ text: KEYS, values: [organ.id, from, to] });
  yield line({ format: EXPORT_FORMAT, organ, from, to, madeAt: clock.now().toISOString(), keys });
  const sums = { days: 0, entries: 0 };
  for (let first = from; first <= to; first = addDays(first, WINDOW)) {
    const last = addDays(first, WINDOW - 1);
    const span = { organId: organ.id, from: first, to: last < to ? last : to };
    const [roots, covered] = await Promise.all([
      pool.query<RootRow>({ text: ROOTS, values: [organ.id, span.from, span.to] }),
      entriesUnder(pool, span),
    ]);
    const ofDay = dayByDay(covered);
    for (const root of roots.rows) {
      yield line({ root: statementOf(root), signature: root.signature });
      for (const one of ofDay.get(root.day) ?? []) yield line(entryLine(one));
    }
    sums.days += roots.rows.length;
    sums.entries += covered.length;
  }
  yield line({ end: sums });
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;

/** With the entry, or with the reason why it is there no more; null without either. */
const entryLine = ({ kind, subject, seq, hash, entry, gone }: Covered): object => ({
  ...{ kind, subject, seq, hash },
  ...(entry === null && gone !== null ? { gone } : { entry }),
});
