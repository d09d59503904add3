import { localDate } from '@gongkai/calendar';
import { alarmsToWrite, deadlinesToWrite, NOTHING_BESIDE } from './rows-beside.js';
import type { AlarmRow, DeadlineRow } from './columns.js';

const [early, late] = [localDate('2026-03-30'), localDate('2026-04-08')];
const reply: DeadlineRow = { name: 'replyDue', due: early, provisional: null };
const final: DeadlineRow = { name: 'finalDue', due: early, provisional: null };
const ring: AlarmRow = { kind: 'reminder', subject: 'finalDue', rings_on: early, due: late, provisional: false };

test('of a new case everything is written', () => {
  expect(deadlinesToWrite(NOTHING_BESIDE, [reply, final])).toEqual({ set: [reply, final], gone: [] });
});

test('what stays as it is, is not written', () => {
  const beside = { deadlines: [reply, final], alarms: [ring], reminded: null };
  expect(deadlinesToWrite(beside, [final, reply])).toEqual({ set: [], gone: [] });
  expect(alarmsToWrite(beside, [{ ...ring }])).toEqual({ set: [], gone: [] });
});

test('what has moved, by estimate or for good, is set, and what is none any more goes', () => {
  const moved = { ...final, due: null, provisional: late };
  const beside = { deadlines: [reply, final], alarms: [ring], reminded: null };
  expect(deadlinesToWrite(beside, [moved])).toEqual({ set: [moved], gone: [reply] });
});

test.each([{ rings_on: null }, { due: early }, { provisional: true }])(
  'an alarm that says something else is set: %j',
  (other) => {
    const changed = { ...ring, ...other };
    expect(alarmsToWrite({ deadlines: [], alarms: [ring], reminded: null }, [changed])).toEqual({ set: [changed], gone: [] });
  },
);

test('alarms of one kind about different things are not taken for each other', () => {
  const about = { ...ring, subject: 'answerDue:1' };
  expect(alarmsToWrite({ deadlines: [], alarms: [ring], reminded: null }, [about])).toEqual({ set: [about], gone: [ring] });
});
