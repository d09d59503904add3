import type { JournalEntryView } from '@gongkai/contracts';
import { asCorrected } from './days-of-entry.js';
import { sayersOf } from './sayers-of.js';

/** What an entry puts in the place of something else; nothing stands on a side where there was, or is, none. */
export type FactChange = {
  readonly field: string;
  /** It is said of how an application arrived, one level deeper. */
  readonly inReceipt: boolean;
  readonly before: unknown;
  readonly after: unknown;
  /** The entry in whose words it is told. */
  readonly of: JournalEntryView;
  /** The item it is about, where an entry tells of several. */
  readonly itemId: string | null;
};

type Journal = readonly JournalEntryView[];
type Told = Readonly<Record<string, unknown>>;
type Sides = { readonly before: Told; readonly after: Told; readonly of: JournalEntryView; readonly itemId: string | null };

const inside = (value: unknown): Told => (typeof value === 'object' && value !== null ? (value as Told) : {});

/** What is so after an entry and was otherwise before it: corrected, decided anew, given to somebody else, drafted anew. */
export function changesOf(entry: JournalEntryView, journal: Journal): readonly FactChange[] {
  const earlier = journal.filter(({ seq }) => seq < entry.seq);
  const about = earlier.find(({ id }) => id === entry.fact.entryId);
  if (about !== undefined && entry.type === 'FACT_CORRECTED') return corrected(entry, about, earlier);
  if (about !== undefined && entry.type === 'FACT_CONFIRMED') return changesOf(about, journal);
  if (about !== undefined && entry.type === 'FACT_RESTORED') return changesOf(about, journal).map(turned);
  return entry.type === 'SUBMITTED_FOR_APPROVAL'
    ? [...redrafted(entry, earlier), ...replaced(entry, earlier)]
    : replaced(entry, earlier);
}

const turned = (change: FactChange): FactChange => ({ ...change, before: change.after, after: change.before });

/** What the correction says otherwise than the entry was told until then. */
function corrected({ fact }: JournalEntryView, about: JournalEntryView, earlier: Journal): readonly FactChange[] {
  const told = asCorrected(about, earlier);
  const { receipt, ...fields } = inside(fact.fields);
  const of = { ...told, fact: { ...told.fact, ...fields } };
  return [
    ...differing(Object.keys(fields), { before: told.fact, after: fields, of, itemId: null }, false),
    ...(receipt === undefined ? [] : ofReceipt(inside(told.fact.receipt), inside(receipt), of)),
  ];
}

/** A receipt is corrected as a whole. */
const ofReceipt = (before: Told, after: Told, of: JournalEntryView): readonly FactChange[] =>
  differing([...new Set([...Object.keys(before), ...Object.keys(after)])], { before, after, of, itemId: null }, true);

/** What takes the place of what was said before by an entry of its kind. */
function replaced(entry: JournalEntryView, earlier: Journal): readonly FactChange[] {
  const { fields, isWhole, entries } = sayersOf(entry, earlier);
  return fields.flatMap((field) => {
    const said = (one: JournalEntryView): unknown => asCorrected(one, earlier).fact[field];
    const last = isWhole ? entries.at(-1) : entries.findLast((one) => said(one) !== undefined);
    if (last === undefined || (!isWhole && entry.fact[field] === undefined)) return [];
    return differing([field], { before: { [field]: said(last) }, after: entry.fact, of: entry, itemId: null }, false);
  });
}

/** What of a draft is otherwise than when it was last submitted in the same round. */
function redrafted(entry: JournalEntryView, earlier: Journal): readonly FactChange[] {
  const round = earlier.slice(1 + earlier.findLastIndex(({ type }) => type === 'ROUND_ORDERED'));
  const last = round.findLastIndex(({ type }) => type === entry.type);
  if (last < 0) return [];
  const [was, is] = [decidedIn(round.slice(0, last)), decidedIn(round)];
  return [...is].flatMap(([itemId, of]) => {
    const before = was.get(itemId)?.fact ?? {};
    return differing(sayersOf(of, round).fields, { before, after: of.fact, of, itemId }, false);
  });
}

/** The last decision on each item, as it is told now. */
const decidedIn = (entries: Journal): ReadonlyMap<string, JournalEntryView> =>
  new Map(
    entries.flatMap((entry) => (entry.type === 'ITEM_DECIDED' ? [[String(entry.fact.itemId), asCorrected(entry, entries)]] : [])),
  );

const differing = (fields: readonly string[], { before, after, of, itemId }: Sides, inReceipt: boolean): readonly FactChange[] =>
  fields.flatMap((field) => {
    const [old, now] = [before[field] ?? null, after[field] ?? null];
    return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ field, inReceipt, before: old, after: now, of, itemId }];
  });
