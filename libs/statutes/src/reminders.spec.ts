import { readFileSync } from 'node:fs';
import { addDays, localDate, type LocalDate } from '@gongkai/calendar';
import { readCalendar } from '@gongkai/platform';
import fc from 'fast-check';
import { ALARMS, ladderFor, parseReminderLadder } from './reminder-ladder.js';
import { afterLoudMinutes, firstLoudMoment, isQuiet, remindersFor, type Reminder, type Reminders } from './reminders.js';

const file = 'config/reminders.yaml';
const text = readFileSync(file, 'utf8');
const reminders = parseReminderLadder(text, file);
const calendar = readCalendar();

const duty = ladderFor(reminders, 'finalDue');
const on = (due: string, today: string, ladder = duty): Reminders =>
  remindersFor(localDate(due), localDate(today), calendar, ladder);
const days = (rings: readonly Reminder[]): string[] => rings.map((ring) => `${ring.on} ${ring.rung}`);

describe('a reply due on 2026-05-12', () => {
  it('rings 5, 3 and 1 working days before, on the day, and on the first working day after', () => {
    expect(days(on('2026-05-12', '2026-04-20').rings)).toEqual([
      '2026-05-06 five_before',
      '2026-05-08 three_before',
      '2026-05-11 day_before',
      '2026-05-12 on_the_day',
      '2026-05-13 overdue',
    ]);
  });

  it('rings on every working day once it is overdue', () => {
    const { rings, current, next } = on('2026-05-12', '2026-05-18');
    expect(days(rings).slice(4)).toEqual([
      '2026-05-13 overdue',
      '2026-05-14 overdue',
      '2026-05-15 overdue',
      '2026-05-18 overdue',
      '2026-05-19 overdue',
    ]);
    expect(current).toMatchObject({ on: '2026-05-18', workingDays: 4 });
    expect(next).toMatchObject({ on: '2026-05-19' });
  });

  it.each([
    ['2026-05-05', null, []],
    ['2026-05-06', 'five_before', ['caseworker']],
    ['2026-05-07', 'five_before', ['caseworker']],
    ['2026-05-10', 'three_before', ['caseworker']],
    ['2026-05-11', 'day_before', ['caseworker', 'supervisor']],
    ['2026-05-12', 'on_the_day', ['caseworker', 'supervisor']],
    ['2026-05-16', 'overdue', ['caseworker', 'supervisor', 'leader_above']],
  ])('on %s: %s', (today, rung, tell) => {
    const { current } = on('2026-05-12', today);
    expect(current?.rung ?? null).toBe(rung);
    expect(current?.tell ?? []).toEqual(tell);
  });

  it('a made-up working Saturday counts as a working day', () => {
    expect(days(on('2026-05-13', '2026-05-01').rings).slice(0, 2)).toEqual(['2026-05-07 five_before', '2026-05-09 three_before']);
  });
});

describe('a day that is itself a day off', () => {
  it('a report due on Saturday 2026-01-31 counts as due on Friday', () => {
    const yearly = ladderFor(reminders, 'annualReportDue');
    expect(days(on('2026-01-31', '2026-01-20', yearly).rings).slice(-4)).toEqual([
      '2026-01-29 day_before',
      '2026-01-30 on_the_day',
      '2026-02-02 overdue',
      '2026-02-09 long_overdue',
    ]);
  });

  it('a report that nobody publishes rings daily for a week, then once a week', () => {
    const yearly = ladderFor(reminders, 'annualReportDue');
    const late = days(on('2026-01-31', '2026-02-28', yearly).rings).filter((ring) => ring.endsWith('overdue'));
    expect(late.map((ring) => ring.slice('2026-'.length, '2026-02-02'.length))).toEqual([
      ...['02-02', '02-03', '02-04', '02-05', '02-06'],
      ...['02-09', '02-14', '02-28', '03-06'],
    ]);
  });

  it('a letter that came in on Saturday rings from Monday on, every day until it is confirmed', () => {
    const arrival = ladderFor(reminders, 'arrival');
    expect(days(on('2026-03-07', '2026-03-12', arrival).rings)).toEqual([
      '2026-03-09 arrived',
      '2026-03-10 unconfirmed',
      '2026-03-11 unconfirmed',
      '2026-03-12 long_unconfirmed',
      '2026-03-13 long_unconfirmed',
    ]);
    expect(on('2026-03-09', '2026-03-09', arrival).current).toMatchObject({ rung: 'arrived', tell: ['clerk', 'caseworker'] });
  });
});

describe('other ladders', () => {
  it('a correction that does not come is to be closed once two days for the mail are over', () => {
    const wait = ladderFor(reminders, 'correctionDueFromApplicant');
    expect(days(on('2026-03-30', '2026-04-01', wait).rings)).toEqual([
      '2026-03-27 day_before',
      '2026-03-31 period_over',
      '2026-04-02 to_be_closed',
      '2026-04-08 still_not_closed',
    ]);
    expect(on('2026-03-30', '2026-04-08', wait).current?.tell).toEqual(['caseworker', 'supervisor']);
  });

  it('a consultation rings for the last time when it has lapsed', () => {
    const consultation = ladderFor(reminders, 'answerDue');
    const { current, next } = on('2026-05-07', '2026-07-01', consultation);
    expect(current).toMatchObject({ rung: 'lapsed', on: '2026-05-08' });
    expect(next).toBeNull();
  });

  it('a right of the applicant rings once, after it is over', () => {
    expect(days(on('2026-05-09', '2026-04-01', ladderFor(reminders, 'reconsiderationUntil')).rings)).toEqual([
      '2026-05-11 period_over',
    ]);
  });

  it.each(ALARMS)('%s has one, and everybody on it is known', (alarm) => {
    const { rungs } = ladderFor(reminders, alarm);
    expect(rungs.flatMap(({ tell }) => tell).filter((name) => !(name in reminders.recipients))).toEqual([]);
  });
});

describe('whatever the day', () => {
  const day = fc.integer({ min: 0, max: 2400 }).map((n) => addDays(localDate('2019-06-01'), n));
  const near = fc
    .tuple(day, fc.integer({ min: -40, max: 60 }))
    .map(([due, offset]): [LocalDate, LocalDate] => [due, addDays(due, offset)]);
  const anyLadder = fc.constantFrom(...ALARMS).map((alarm) => ladderFor(reminders, alarm));

  it('nobody is told before the first rung', () => {
    fc.assert(
      fc.property(near, anyLadder, ([due, today], ladder) => {
        const { current, rings } = remindersFor(due, today, calendar, ladder);
        expect(current === null).toBe(today < (rings[0]?.on ?? today));
      }),
    );
  });

  it('an overdue duty rings on every working day after the due day and on no other', () => {
    fc.assert(
      fc.property(near, ([due, today]) => {
        const overdue = remindersFor(due, today, calendar, duty).rings.filter((ring) => ring.on > due && ring.on <= today);
        expect(overdue.length).toBe(today > due ? calendar.count(due, today) : 0);
        expect(overdue.every((ring) => calendar.isWorkingDay(ring.on) && ring.rung === 'overdue')).toBe(true);
      }),
    );
  });

  it('rings follow one another on different working days, and the next one is still to come', () => {
    fc.assert(
      fc.property(near, anyLadder, ([due, today], ladder) => {
        const { rings, next } = remindersFor(due, today, calendar, ladder);
        expect(rings.every((ring, i) => calendar.isWorkingDay(ring.on) && ring.on > (rings[i - 1]?.on ?? ''))).toBe(true);
        expect(next === null || next.on > today).toBe(true);
      }),
    );
  });

  it('a run that was missed changes nothing: what is rung by a day is what was rung by each day before, and more', () => {
    fc.assert(
      fc.property(near, anyLadder, ([due, today], ladder) => {
        const until = (day: LocalDate): string[] =>
          days(remindersFor(due, day, calendar, ladder).rings.filter((ring) => ring.on <= day));
        const later = until(addDays(today, 9));
        expect(later.slice(0, until(today).length)).toEqual(until(today));
      }),
    );
  });
});

describe('quiet hours and acknowledgement', () => {
  const at = (day: string, time: string) => ({ on: localDate(day), time });

  it.each([
    ['2026-05-08', '07:59', true],
    ['2026-05-08', '08:00', false],
    ['2026-05-08', '19:59', false],
    ['2026-05-08', '20:00', true],
    ['2026-05-09', '10:00', false],
    ['2026-05-10', '10:00', true],
  ])('%s %s quiet: %s', (day, time, quiet) => {
    expect(isQuiet(at(day, time), calendar, reminders.quietHours)).toBe(quiet);
  });

  it.each([
    ['2026-05-08', '10:15', '2026-05-08', '10:15'],
    ['2026-05-08', '06:00', '2026-05-08', '08:00'],
    ['2026-05-08', '21:00', '2026-05-09', '08:00'],
    ['2026-05-09', '21:00', '2026-05-11', '08:00'],
    ['2026-05-03', '12:00', '2026-05-06', '08:00'],
  ])('%s %s goes out on %s %s', (day, time, loudDay, loudTime) => {
    expect(firstLoudMoment(at(day, time), calendar, reminders.quietHours)).toEqual({ on: loudDay, time: loudTime });
  });

  it('a quiet time at noon, days off like others', () => {
    const noon = { from: '12:00', to: '14:00', daysOff: 'like_working_days' } as const;
    expect(firstLoudMoment(at('2026-05-10', '12:30'), calendar, noon)).toEqual({ on: '2026-05-10', time: '14:00' });
    expect(isQuiet(at('2026-05-10', '20:00'), calendar, noon)).toBe(false);
  });

  it.each([
    ['2026-05-08', '08:00', '2026-05-08', '10:00'],
    ['2026-05-08', '19:00', '2026-05-09', '09:00'],
    ['2026-05-08', '23:00', '2026-05-09', '10:00'],
    ['2026-05-09', '19:59', '2026-05-11', '09:59'],
  ])('120 minutes after %s %s, quiet ones not counted, it is %s %s', (day, time, laterDay, laterTime) => {
    expect(afterLoudMinutes(at(day, time), 120, calendar, reminders.quietHours)).toEqual({ on: laterDay, time: laterTime });
  });

  it('minutes go over midnight where nothing is quiet then', () => {
    const noon = { from: '12:00', to: '14:00', daysOff: 'like_working_days' } as const;
    expect(afterLoudMinutes(at('2026-05-08', '23:30'), 60, calendar, noon)).toEqual(at('2026-05-09', '00:30'));
  });
});

describe('a file of ladders', () => {
  it.each([
    [
      'a deadline without a ladder',
      text.replace('deadlines: [answerDue]', 'deadlines: [finalDue]'),
      /must name answerDue once; they name it 0 times/,
    ],
    [
      'a deadline with two ladders',
      text.replace('deadlines: [arrival]', 'deadlines: [arrival, defenceDue]'),
      /must name defenceDue once; they name it 2 times/,
    ],
    ['rungs out of order', text.replace('at: -3, tell', 'at: -6, tell'), /at must be later than -5/],
    ['a rung given twice', text.replace('id: three_before', 'id: five_before'), /id is given twice/],
    ['a recipient nobody knows', text.replace('tell: [caseworker]', 'tell: [minister]'), /names minister, which is no recipient/],
    ['a time that is none', text.replace("'20:00'", "'25:00'"), /from must be a time of day/],
  ])('is refused with its line: %s', (_, broken, message) => {
    expect(broken).not.toBe(text);
    expect(() => parseReminderLadder(broken, file)).toThrow(message);
    expect(() => parseReminderLadder(broken, file)).toThrow(/reminders\.yaml:\d+ /);
  });
});
