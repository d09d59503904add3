import { anyOf, pairFrequencies, rarest, tellingPairs, type FrequencyRow } from '@gongkai/casework';
import type { LocalDate } from '@gongkai/calendar';
import type { AlikeDisclosure, AlikeDisclosures, AlikeQuery } from '@gongkai/contracts';
import type { Clock, CommandPool, Statement } from '@gongkai/platform';
import { COLUMNS, disclosureOf, FROM, published, type EntryRow } from './entries.js';
import type { Kinds } from './kinds.js';
import { isOfAskedYear, resemblance } from './resemblance.js';

type Parts = { readonly pool: CommandPool; readonly kinds: Kinds; readonly clock: Clock };
type Found = AlikeDisclosure & { readonly ofYear: boolean };

/** What is asked for, by its pairs of signs; which of the texts it is, from 0. */
type Asked = { readonly asked: string; readonly text: number; readonly pairs: ReadonlySet<string> };
type CandidateRow = EntryRow & { readonly asked: number };

/** Percent from which an entry is shown: a glance costs less than an application. */
const SHOWN_FROM = 40;
const SHOWN = 5;
/** Pairs that candidates are looked for by, and how many of those that share most are looked at. */
const PAIRS = 10;
const MOST = 60;

/** For each question the entries that share most with it, in one statement; `asked` is its place among them, from 0. */
const candidates = (queries: readonly string[], today: LocalDate): Statement => ({
  name: 'disclosures-with-any-of',
  text: `
    SELECT (question.place - 1)::int AS asked, found.*
      FROM unnest($1::text[]) WITH ORDINALITY AS question (pairs, place)
      CROSS JOIN LATERAL (
        SELECT ${COLUMNS} ${FROM} WHERE ${published('$2')} AND disclosure.search @@ question.pairs::tsquery
         ORDER BY ts_rank(disclosure.search, question.pairs::tsquery) DESC, disclosure.published_on DESC, disclosure.id
         LIMIT ${MOST}) AS found`,
  values: [queries, today],
});

/** What may be public already of what is asked for, the likeliest first. Nothing of the question is kept. */
export async function alike({ pool, kinds, clock }: Parts, { texts }: AlikeQuery): Promise<AlikeDisclosures> {
  const questions = texts
    .map((asked, text): Asked => ({ asked, text, pairs: tellingPairs(asked) }))
    .filter(({ pairs }) => pairs.size > 0);
  if (questions.length === 0) return { items: [] };
  const { rows } = await pool.query<FrequencyRow>(pairFrequencies('disclosure'));
  const frequencies = new Map(rows.map(({ pair, frequency }) => [pair, frequency]));
  const queries = questions.map(({ pairs }) => anyOf(rarest(pairs, frequencies, PAIRS)));
  const entries = await pool.query<CandidateRow>(candidates(queries, clock.today()));
  const found = new Map<string, Found>();
  for (const row of entries.rows) {
    const one = foundFor(questions[row.asked], row, kinds);
    if (one !== null && one.likeness > (found.get(row.id)?.likeness ?? 0)) found.set(row.id, one);
  }
  const best = [...found.values()].sort(likeliestFirst).slice(0, SHOWN);
  return { items: best.map(({ ofYear: _, ...one }) => one) };
}

function foundFor(question: Asked | undefined, row: CandidateRow, kinds: Kinds): Found | null {
  if (question === undefined) return null;
  const { asked, text, pairs } = question;
  const likeness = resemblance(pairs, row);
  if (likeness < SHOWN_FROM) return null;
  return { ...disclosureOf(row, kinds), likeness, text, ofYear: isOfAskedYear(asked, row.title) };
}

const likeliestFirst = (a: Found, b: Found): number =>
  Number(b.ofYear) - Number(a.ofYear) || b.likeness - a.likeness || b.publishedOn.localeCompare(a.publishedOn);
