import type { JournalEntryView } from '@gongkai/contracts';
import { MACHINE_VERSION, type FactOf } from '@gongkai/lifecycle';
import { findableBy, type Reckoned } from '../desk/columns.js';

/** What a case has from its first entry on, with its version and the words it is found by. */
export const HEAD = ['number', 'organ_id', 'channel', 'applicant_name', 'opened_on', 'version', 'words', 'search'];

type Columns = Readonly<Record<string, unknown>>;
/** The row of `case_file` as far as its head is compared. */
export type HeadRow = {
  readonly number: string;
  readonly version: number;
  readonly applicant_name: string;
  readonly organ_id: string;
} & Columns;
/** The applicant's record: the journal names it and holds nothing of it. */
export type RecordRow = { readonly organ_id: string; readonly name: string };

/** The stored head, its words in an order of their own. */
export const storedHead = (row: HeadRow): Columns => ({
  ...Object.fromEntries(HEAD.map((name) => [name, row[name] ?? null])),
  search: sorted(String(row.search)),
});

/** The head as the journal and the applicant's record tell it; the number alone is only found to be missed in its series. */
export function headOf(
  { number, version, applicant_name }: HeadRow,
  journal: readonly JournalEntryView[],
  reckoned: Pick<Reckoned, 'now'>,
  record: RecordRow | undefined,
): Columns {
  const [first] = journal;
  if (first === undefined) throw new Error(`${number} has no journal.`);
  const { words, search } = findableBy(number, applicant_name, reckoned);
  const { receipt } = first.fact as unknown as FactOf<'APPLICATION_RECEIVED'>;
  return {
    number,
    organ_id: record?.organ_id ?? null,
    channel: receipt.channel,
    applicant_name: record?.name ?? null,
    opened_on: first.on,
    version: versionAfter(journal.length, version),
    words,
    search: sorted(search),
  };
}

/** Each entry is a version; a new version of the chart, to which a case was brought over, adds one without an entry. */
const versionAfter = (entries: number, stored: number): number => Math.min(Math.max(stored, entries), entries + MACHINE_VERSION);

const sorted = (vector: string): string => vector.split(' ').sort().join(' ');
