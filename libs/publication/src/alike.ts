import { anyOf, pairFrequencies, rarest, tellingPairs, type FrequencyRow } from '@gongkai/casework';
import type { AlikeDisclosure, AlikeDisclosures, AlikeQuery } from '@gongkai/contracts';
import type { CommandPool, Statement } from '@gongkai/platform';
import { COLUMNS, disclosureOf, FROM, PUBLISHED, type EntryRow } from './entries.js';
import type { Kinds } from './kinds.js';
import { isOfAskedYear, resemblance } from './resemblance.js';

type Parts = { readonly pool: CommandPool; readonly kinds: Kinds };
type Found = AlikeDisclosure & { readonly ofYear: boolean };

/** Percent from which an entry is shown: a glance costs less than an application. */
const SHOWN_FROM = 40;
const SHOWN = 5;
/** Pairs that candidates are looked for by, and how many of those that share most are looked at. */
const PAIRS = 10;
const MOST = 60;

const candidates = (pairs: readonly string[]): Statement => ({
  name: 'disclosures-with-any-of',
  text: `SELECT ${COLUMNS} ${FROM} WHERE ${PUBLISHED} AND disclosure.search @@ $1::tsquery
         ORDER BY ts_rank(disclosure.search, $1::tsquery) DESC, disclosure.published_on DESC, disclosure.id LIMIT ${MOST}`,
  values: [anyOf(pairs)],
});

/** What may be public already of what is asked for, the likeliest first. Nothing of the question is kept. */
export async function alike({ pool, kinds }: Parts, { texts }: AlikeQuery): Promise<AlikeDisclosures> {
  const { rows } = await pool.query<FrequencyRow>(pairFrequencies('disclosure'));
  const frequencies = new Map(rows.map(({ pair, frequency }) => [pair, frequency]));
  const found = new Map<string, Found>();
  for (const [text, asked] of texts.entries()) {
    const pairs = tellingPairs(asked);
    if (pairs.size === 0) continue;
    const entries = await pool.query<EntryRow>(candidates(rarest(pairs, frequencies, PAIRS)));
    for (const row of entries.rows) {
      const likeness = resemblance(pairs, row);
      if (likeness >= SHOWN_FROM && likeness > (found.get(row.id)?.likeness ?? 0))
        found.set(row.id, { ...disclosureOf(row, kinds), likeness, text, ofYear: isOfAskedYear(asked, row.title) });
    }
  }
  const best = [...found.values()].sort(likeliestFirst).slice(0, SHOWN);
  return { items: best.map(({ ofYear: _, ...one }) => one) };
}

const likeliestFirst = (a: Found, b: Found): number =>
  Number(b.ofYear) - Number(a.ofYear) || b.likeness - a.likeness || b.publishedOn.localeCompare(a.publishedOn);
