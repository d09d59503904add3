import { addDays, type LocalDate } from '@gongkai/calendar';
import { AuditKeys, SignedDays, SystemClock, type Settings } from '@gongkai/platform';
import type { DataSource } from 'typeorm';

/** `late`: organs that have written down something, and whose last root is older than the day before yesterday. */
type Standing = {
  readonly late: number;
  readonly oldest: LocalDate | null;
  readonly last: LocalDate | null;
  readonly strange: string | null;
};

const STANDING = `
  WITH each AS (
    SELECT organ.id, (SELECT max(day) FROM audit_root WHERE organ_id = organ.id) AS day,
           (SELECT key FROM audit_root WHERE organ_id = organ.id ORDER BY day DESC LIMIT 1) AS key,
           least((SELECT min(opened_on) FROM case_file WHERE organ_id = organ.id),
                 (SELECT min(at)::date FROM admin_log WHERE organ_path[cardinality(organ_path)] = organ.id)) AS since
      FROM organ
  )
  SELECT count(*) FILTER (WHERE coalesce(day, since - 1) < $1)::int AS late,
         min(coalesce(day, since - 1)) FILTER (WHERE coalesce(day, since - 1) < $1)::text AS oldest, max(day)::text AS last,
         (array_agg(key) FILTER (WHERE key IS NOT NULL AND key <> ALL ($2)))[1] AS strange
    FROM each`;

type RootFinding = { readonly ok: boolean | null; readonly what: string };
const NOTHING: Standing = { late: 0, oldest: null, last: null, strange: null };

const LOST = `
  SELECT kept.organ, kept.day FROM jsonb_to_recordset($1::jsonb) AS kept (organ text, day text, hash text)
   WHERE NOT EXISTS (SELECT FROM audit_root WHERE organ_id::text = kept.organ AND audit_root.day::text = kept.day AND audit_root.hash = kept.hash)
   ORDER BY kept.day`;

/** Whether the days that are over are signed, and by what: `ok` null where somebody has to look at it. */
export async function rootStanding(source: DataSource, settings: Settings): Promise<RootFinding> {
  const keys = AuditKeys.knownIn(settings);
  const before = addDays(new SystemClock(settings.today).today(), -2);
  const [standing = NOTHING] = await source.query<Standing[]>(STANDING, [before, keys?.ids ?? []]);
  return (
    (await lost(source, settings)) ??
    lagging(standing) ??
    strangely(standing) ?? { ok: true, what: signedTo(standing, keys) + keptWhere(settings) }
  );
}

/** What was signed here, and is in the database no more. */
async function lost(source: DataSource, { dataDir }: Settings): Promise<RootFinding | undefined> {
  const signed = new SignedDays(dataDir);
  const kept = signed.all().map(({ organId, day, hash }) => ({ organ: organId, day, hash }));
  const [first, ...more] = await source.query<{ organ: string; day: string }[]>(LOST, [JSON.stringify(kept)]);
  if (first === undefined) return undefined;
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  return {
    ok: false,
    what: `the root of ${first.day} was signed here and is in the database no more${others}: nothing is signed over it. Hold an earlier export against a new one (docs/operations.md, Daily roots); where a backup was put back, note what is missing and remove ${signed.fileOf(first.organ)}.`,
  };
}

const lagging = ({ late, oldest }: Standing): RootFinding | undefined =>
  late === 0
    ? undefined
    : {
        ok: null,
        what: `the daily roots of ${late} organs lag behind, the oldest end with ${oldest ?? ''}: is a worker at work? "npm run gongkai -- audit roots" makes them up.`,
      };

const strangely = ({ strange }: Standing): RootFinding | undefined =>
  strange === null
    ? undefined
    : {
        ok: null,
        what: `roots were signed with the key ${strange}, which is not here: set AUDIT_KEY or DATA_DIR as the server has it.`,
      };

const signedTo = ({ last }: Standing, keys: AuditKeys | null): string =>
  last === null || keys === null ? 'no day is signed yet' : `the days up to ${last} are signed with the key ${keys.current.id}`;

const keptWhere = ({ auditKey, production }: Settings): string =>
  auditKey === undefined && production ? '; the key lies in DATA_DIR: better where no copy of the data is (AUDIT_KEY)' : '';
