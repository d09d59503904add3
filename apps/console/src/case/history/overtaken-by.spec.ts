import { localDate } from '@gongkai/calendar';
import type { JournalEntryView } from '@gongkai/contracts';
import { isCorrected } from './days-of-entry.js';
import { overtakenBy } from './overtaken-by.js';

const entry = (seq: number, type: string, fact: JournalEntryView['fact'] = {}): JournalEntryView => ({
  seq,
  id: String(seq),
  at: '',
  on: localDate('2026-11-27'),
  actor: 'a',
  type,
  fact,
  deadlines: {},
  statuteVersion: '',
  calendarVersion: '',
  previousHash: '',
  hash: '',
});

test('a silent end is overtaken by the answer of the same party that was entered later', () => {
  const lapse = entry(2, 'CONSULTATION_LAPSED', { consultationId: 'a' });
  const answerOf = (seq: number, consultationId: string) => entry(seq, 'CONSULTATION_ANSWERED', { consultationId });
  expect(overtakenBy(lapse, [answerOf(1, 'a'), lapse, answerOf(3, 'b')])).toBeUndefined();
  expect(overtakenBy(lapse, [lapse, answerOf(3, 'b'), answerOf(4, 'a')])?.seq).toBe(4);
});

test('a correction of a later round is another one', () => {
  const over = entry(1, 'CORRECTION_PERIOD_OVER');
  const received = entry(3, 'CORRECTION_RECEIVED');
  expect(overtakenBy(over, [over, received])).toBe(received);
  expect(overtakenBy(over, [over, entry(2, 'ROUND_ORDERED'), received])).toBeUndefined();
});

test('an entry is marked as corrected until the correction is put back', () => {
  const [served, corrected] = [entry(1, 'NOTICE_SERVED'), entry(2, 'FACT_CORRECTED', { entryId: '1' })];
  expect(isCorrected(served, [served])).toBe(false);
  expect(isCorrected(served, [served, corrected])).toBe(true);
  expect(isCorrected(served, [served, corrected, entry(3, 'FACT_RESTORED', { entryId: '2' })])).toBe(false);
});
