import { organInSight } from '../visibility.js';

/** Looks are counted up to here: who has more narrows the filters. */
export const MOST_ACCESSES = 10_000;

/** Of either log, on its own: `$1` what of the administration log is a look or something that was taken out, `$2` the reader's organ, `$3` whether they see below. */
const asked = (log: string, kind: string): string => `
    FROM ${log} LEFT JOIN person ON person.id = actor_id
   WHERE organ_path[cardinality(organ_path)] IN (SELECT id FROM organ WHERE ${organInSight(2, 3)}) AND ${kind} = ANY ($1)
     AND ($4::text IS NULL OR position(lower($4) IN lower(person.name)) > 0 OR person.username = $4)
     AND ($5::text IS NULL OR position(lower($5) IN lower(subject_name)) > 0)
     AND ($6::text IS NULL OR ${kind} = $6) AND ($7::timestamptz IS NULL OR at >= $7) AND ($8::timestamptz IS NULL OR at < $8)`;
const LOOKS = asked('access_log', 'kind');
const LOGGED = asked('admin_log', 'action');

/** As far as the page goes, from its place on; the place is told apart from the moment so that the index on it is read. */
const part = (from: string, columns: string, log: string): string => `
  (SELECT at, actor_id, person.name AS actor_name, ${columns}, '${log}' AS log, seq ${from}
      AND ($9::timestamptz IS NULL OR at <= $9) AND ($9::timestamptz IS NULL OR (at, '${log}', seq) < ($9, $10::text, $11::bigint))
    ORDER BY at DESC, seq DESC LIMIT $12)`;

/** One page of both logs as one: who read a case, and what of the administration log is a look. `$9` to `$11` the last place before it. */
export const ACCESS_PAGE = `
  ${part(LOOKS, 'kind, subject_id, subject_name, NULL AS reason', 'a')}
  UNION ALL ${part(LOGGED, `action, subject_id, subject_name, after ->> 'reason'`, 'b')}
   ORDER BY at DESC, log DESC, seq DESC LIMIT $12`;

/** How many there are, and no more than are counted. */
export const ACCESS_COUNT = `
  SELECT count(*)::int AS total
    FROM ((SELECT ${LOOKS} LIMIT ${MOST_ACCESSES}) UNION ALL (SELECT ${LOGGED} LIMIT ${MOST_ACCESSES}) LIMIT ${MOST_ACCESSES}) AS counted`;
