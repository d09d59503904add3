import type { LocalDate } from '@gongkai/calendar';
import { situationIn, type CaseLaw } from './case-law.js';
import { advance, BEGINNING } from './chart.js';
import type { CaseNow } from './decide.js';
import type { CaseFact } from './facts.js';
import { fold, openFile } from './fold.js';

/** One entry of a journal, as far as a replay needs it. */
export type JournalFact = { readonly id: string; readonly actorId: string; readonly today: LocalDate; readonly fact: CaseFact };

/**
 * The case that its journal tells: facts folded, events walked. A corrected fact stands from the beginning as it was corrected,
 * unless a second person has rejected the correction.
 * @throws RangeError when the journal does not begin with the application
 */
export const replay = (entries: readonly JournalFact[], law: CaseLaw): CaseNow => tell(corrected(entries), law);

/** The case that entries tell as they stand. @throws RangeError when they do not begin with the application */
export function tell([first, ...rest]: readonly JournalFact[], law: CaseLaw): CaseNow {
  if (first?.fact.type !== 'APPLICATION_RECEIVED') throw new RangeError('A journal begins with the application');
  const opened = openFile(first.fact, first);
  // What happened was judged when it happened: an office that charges no fee any more has still charged it then.
  const then = { ...law, feeEnabled: true };
  let now: CaseNow = { file: opened, value: advance(BEGINNING, situationIn(opened, then), first.fact.type) };
  for (const entry of rest) {
    const value = advance(now.value, situationIn(now.file, then), entry.fact.type);
    now = { file: fold(now.file, entry.fact, entry), value };
  }
  return now;
}

/** The entries as they were corrected. A field that was taken back is not there. */
export function corrected(entries: readonly JournalFact[]): JournalFact[] {
  const corrections = new Map<string, Readonly<Record<string, unknown>>>();
  const rejected = new Set(entries.flatMap(({ fact }) => (fact.type === 'FACT_RESTORED' ? [fact.entryId] : [])));
  for (const { id, fact } of entries) {
    if (fact.type === 'FACT_CORRECTED' && !rejected.has(id))
      corrections.set(fact.entryId, { ...corrections.get(fact.entryId), ...fact.fields });
  }
  return entries.map((entry) => {
    const fields = corrections.get(entry.id);
    return fields === undefined ? entry : { ...entry, fact: amended(entry.fact, fields) };
  });
}

function amended(fact: CaseFact, fields: Readonly<Record<string, unknown>>): CaseFact {
  const said = Object.entries({ ...fact, ...fields }).filter(([name]) => fields[name] !== null);
  return Object.fromEntries(said) as CaseFact;
}
