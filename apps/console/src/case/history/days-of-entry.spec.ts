import type { JournalEntryView } from '@gongkai/contracts';
import { asCorrected, isCorrected } from './days-of-entry.js';
import { dayOf } from './events.js';

const entry = (id: string, type: string, fact: Record<string, unknown>): JournalEntryView =>
  ({ id, type, on: '2026-11-27', fact: { type, ...fact } }) as unknown as JournalEntryView;

test('an entry is told by the day of its last correction that stands', () => {
  const passed = entry('passed', 'REVIEW_PASSED', { on: '2026-11-27', itemId: 'item-1' });
  const once = entry('once', 'FACT_CORRECTED', { entryId: 'passed', fields: { on: '2026-11-13' } });
  const again = entry('again', 'FACT_CORRECTED', { entryId: 'passed', fields: { on: '2026-11-12' } });
  const back = entry('back', 'FACT_RESTORED', { entryId: 'again', reason: 'misread' });
  const days = [[passed], [passed, once], [passed, once, again], [passed, once, again, back]].map((journal) => {
    expect(isCorrected(passed, journal)).toBe(journal.length > 1);
    return dayOf(asCorrected(passed, journal));
  });
  expect(days).toEqual(['2026-11-27', '2026-11-13', '2026-11-12', '2026-11-13']);
  expect(asCorrected(passed, [passed, once]).fact).toMatchObject({ itemId: 'item-1' });
});
