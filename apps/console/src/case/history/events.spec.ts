import { localDate } from '@gongkai/calendar';
import type { JournalEntryView, ReminderView } from '@gongkai/contracts';
import { eventsOf } from './events.js';

const entry = (on: string, at: string): JournalEntryView => ({
  seq: 1,
  id: at,
  at,
  on: localDate(on),
  actor: 'a',
  type: 'NOTED',
  fact: {},
  deadlines: {},
  statuteVersion: '',
  calendarVersion: '',
  previousHash: '',
  hash: '',
});

test('a reminder for yesterday that was given today stands where it was given', () => {
  const reminder = { recordedAt: '2026-11-26T02:00:00Z', ring: { on: localDate('2026-11-25') } } as ReminderView;
  const journal = [entry('2026-11-25', '2026-11-25T01:00:00Z'), entry('2026-11-26', '2026-11-26T01:00:00Z')];
  expect(eventsOf(journal, [reminder]).map(({ type, at }) => `${type} ${at}`)).toEqual([
    'reminder 2026-11-26T02:00:00Z',
    'fact 2026-11-26T01:00:00Z',
    'fact 2026-11-25T01:00:00Z',
  ]);
});

test('who has looked at a whole number stands among what happened', () => {
  const look = { at: '2026-11-25T03:00:00Z', by: { id: 'a', name: '林致远' }, reason: '核对身份' };
  const journal = [entry('2026-11-25', '2026-11-25T01:00:00Z'), entry('2026-11-26', '2026-11-26T01:00:00Z')];
  expect(eventsOf(journal, [], [look]).map(({ type }) => type)).toEqual(['fact', 'look', 'fact']);
});
