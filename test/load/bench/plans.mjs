/** How the database finds what a view asks for. */

/** Tables that grow with the years; all others are small, or hold only what is open. */
const BIG = ['case_file', 'journal', 'applicant', 'alarm', 'notification', 'outbox', 'stored_file', 'access_log', 'reply_row'];

/** A pool that remembers what it is asked. @param asked is filled */
export const remembering = (pool, asked) => ({
  query: (statement) => {
    asked.push(statement);
    return pool.query(statement);
  },
});

/** The plan of a statement, as text and as a tree; it is carried out for it. */
export async function planOf(pool, { text, values = [] }) {
  const explained = async (how) =>
    (await pool.query({ text: `EXPLAIN (${how}) ${text}`, values })).rows.map((row) => row['QUERY PLAN']);
  const [[[{ Plan: tree }]], lines] = [
    await explained('FORMAT JSON, ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF'),
    await explained('ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF'),
  ];
  return { tree, lines };
}

const DETAIL = /Storage:|Buckets:|Batches:|Sort Method:|Index Searches:|Heap Blocks:|Cache (?:Key|Mode):|Hits:|Disabled:/;
const POLICY = /CASE \(InitPlan \d+\)\.col1 WHEN 'all'.*?END/g;
const LONGEST_LINE = 200;
const depthOf = (line) => line.search(/\S/);

/** A plan without what was never carried out and without what tells of memory; what the wall asks of a row is `in sight`. */
export function shortened(lines) {
  let skipped = Infinity;
  return lines.flatMap((line) => {
    if (depthOf(line) > skipped || DETAIL.test(line)) return [];
    skipped = line.includes('never executed') ? depthOf(line) : Infinity;
    return skipped === Infinity ? [line.replace(POLICY, 'in sight').slice(0, LONGEST_LINE)] : [];
  });
}

/** Indexes that hold some rows alone, as those of open cases: all of such an index is little. */
export async function partialIndexes(pool) {
  const text = `SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indpred IS NOT NULL`;
  return new Set((await pool.query({ text })).rows.map(({ relname }) => relname));
}

/**
 * The big tables of which a plan reads every row: one after the other, or by an index from its first entry to its last. Who reads in
 * order until a page is full stops before the end.
 * @param partial names of indexes that may be read whole
 */
export function readWhole(node, partial, ofPage = false) {
  const isOfPage = ofPage || node['Node Type'] === 'Limit';
  const own = isWhole(node, partial, isOfPage) ? [node['Relation Name'] ?? node['Index Name']] : [];
  return [...own, ...(node.Plans ?? []).flatMap((inner) => readWhole(inner, partial, isOfPage))];
}

const BY_INDEX = ['Index Scan', 'Index Only Scan', 'Bitmap Index Scan'];

function isWhole(node, partial, isOfPage) {
  const { 'Node Type': type, 'Relation Name': table, 'Index Name': index = '', 'Index Cond': condition } = node;
  if (type === 'Seq Scan') return BIG.includes(table);
  const isBig = BIG.some((name) => name === table || index.startsWith(name));
  return BY_INDEX.includes(type) && isBig && condition === undefined && !partial.has(index) && !isOfPage;
}

/** So many pairs of rows are looked at in vain where two large sets are held against each other row by row, not by an index or a hash. */
const IN_VAIN = 5000;
const LARGE = 100;

/** Where a plan does that: what it asks of each pair. */
export function heldRowByRow({ Plans: inner = [], ...node }) {
  const vain = (node['Rows Removed by Join Filter'] ?? 0) * (node['Actual Loops'] ?? 1);
  const isHeld = vain > IN_VAIN && inner.every((side) => side['Actual Rows'] > LARGE);
  return [...(isHeld ? [node['Join Filter']] : []), ...inner.flatMap(heldRowByRow)];
}
