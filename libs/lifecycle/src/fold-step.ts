import type { LocalDate } from '@gongkai/calendar';
import type { CaseFile, Ending } from './case-file.js';
import type { FactOf, FactType } from './facts.js';

/** What a journal entry says beside its fact: which entry, by whom, on which day of the office. */
export type Entry = { readonly id: string; readonly actorId: string; readonly today: LocalDate };
export type Fold<T extends FactType> = (file: CaseFile, fact: FactOf<T>, entry: Entry) => CaseFile;
export type Folds<T extends FactType> = { readonly [K in T]: Fold<K> };

/** The case closed without a reply being served. */
export const ended = (file: CaseFile, ending: Ending): CaseFile => closed({ ...file, ending }, ending.on);

/** The case with the day it was closed on: filing is what is left. */
export const closed = (file: CaseFile, on: LocalDate): CaseFile => ({ ...file, reached: { ...file.reached, filing: on } });

/** A case that was closed is open again, and what was proposed before is over; one that was open goes on. */
export const reopened = (file: CaseFile, on: LocalDate): CaseFile => {
  if (file.ending === null) return file;
  const { filing: _closedOn, handling = on, ...reached } = file.reached;
  return {
    ...file,
    ending: null,
    filedOn: null,
    retention: null,
    reached: { ...reached, handling },
    round: { ...file.round, extensionProposed: null },
  };
};
