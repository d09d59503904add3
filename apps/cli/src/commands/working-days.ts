import { Command } from 'commander';
import { addDays, CalendarRangeError, customCalendar, isLocalDate, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import { Refusal, type FieldCode, type FieldProblem } from '@gongkai/contracts';
import { loadCalendar } from '../law-library.js';

type Options = { readonly calendar?: string; readonly holidays?: string; readonly makeup?: string };

/** `gongkai working-days add | count | is`: the three questions of any working-day calendar. */
export function workingDays(): Command {
  const program = new Command('working-days').description('counting by a working-day calendar (JSON)');
  question(program, 'add <date> <n>', 'the n-th working day after the date; n may be negative, 0 gives the date', nthAfter);
  question(program, 'count <from> <to>', 'working days d with from < d <= to', (calendar, [from, to]) => {
    const [a, b] = [dayIn(calendar, 'from', from), dayIn(calendar, 'to', to)];
    return { workingDays: calendar.count(a, b), provisional: isEstimated(calendar, a < b ? a : b, a < b ? b : a) };
  });
  question(program, 'is <date>', 'whether the date is a working day', (calendar, [date]) => {
    const day = dayIn(calendar, 'date', date);
    return { working: calendar.isWorkingDay(day), provisional: calendar.isProvisional(day) };
  });
  return program;
}

type Answer = (calendar: WorkingDays, given: readonly (string | undefined)[]) => object;

const nthAfter: Answer = (calendar, [date, n]) => {
  const from = dayIn(calendar, 'date', date);
  const days = wholeNumber('n', n);
  const added = within('n', () => calendar.add(from, days));
  // Counting back, the day one starts from does not count and the day one comes to does.
  const counted: [LocalDate, LocalDate] = days < 0 ? [addDays(added, -1), addDays(from, -1)] : [from, added];
  return { date: added, provisional: isEstimated(calendar, ...counted) };
};

function question(program: Command, usage: string, description: string, answer: Answer): void {
  program
    .command(usage)
    .description(description)
    .allowUnknownOption(false)
    .option('--calendar <region>', 'published calendar (default: cn)')
    .option('--holidays <dates>', 'days off, separated by commas: any other law')
    .option('--makeup <dates>', 'weekend days that are worked, separated by commas')
    .action((...args: unknown[]) => {
      const command = args.at(-1) as Command;
      console.log(JSON.stringify(answer(calendarOf(command.opts<Options>()), command.args)));
    });
}

function calendarOf({ calendar, holidays, makeup }: Options): WorkingDays {
  if (holidays === undefined && makeup === undefined) return loadCalendar(calendar ?? 'cn');
  if (calendar !== undefined) throw wrong('calendar', 'not-together', { other: '--holidays, --makeup' });
  const [off, worked] = [datesOf('holidays', holidays), datesOf('makeup', makeup)];
  const both = worked.find((date) => off.includes(date));
  if (both !== undefined) throw wrong('makeup', 'off-and-worked', { date: both });
  return customCalendar(off, worked);
}

const wrong = (path: string, code: FieldCode, facts: FieldProblem['facts'] = {}): Refusal =>
  new Refusal('invalid-request', [{ path, code, facts }]);

const datesOf = (path: string, list: string | undefined): LocalDate[] =>
  list === undefined || list === '' ? [] : list.split(',').map((date) => dateOf(path, date.trim()));

function dateOf(path: string, text: string | undefined): LocalDate {
  if (!isLocalDate(text)) throw wrong(path, 'invalid-date');
  return text;
}

/** A date the calendar answers for. */
function dayIn(calendar: WorkingDays, path: string, text: string | undefined): LocalDate {
  const date = dateOf(path, text);
  within(path, () => calendar.offReason(date));
  return date;
}

/** No calendar reaches so far. */
const FURTHEST = 999_999;

function wholeNumber(path: string, text: string | undefined): number {
  if (text === undefined || !/^[+-]?\d+$/.test(text)) throw wrong(path, 'wrong-type', { expected: 'int' });
  const number = Number(text);
  if (Math.abs(number) <= FURTHEST) return number;
  throw number > 0 ? wrong(path, 'too-big', { maximum: FURTHEST }) : wrong(path, 'too-small', { minimum: -FURTHEST });
}

/** Whether a day d with `after` < d ≤ `last` lies in a year without a published calendar. */
const isEstimated = (calendar: WorkingDays, after: LocalDate, last: LocalDate): boolean =>
  calendar.unknownFrom(after, last) !== null;

/** @throws Refusal that names the argument which leads out of the calendar */
function within<T>(path: string, answer: () => T): T {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof CalendarRangeError)) throw error;
    const [code, facts] =
      error.side === 'before'
        ? (['before-calendar', { from: error.from }] as const)
        : (['after-calendar', { to: error.to }] as const);
    throw wrong(path, code, facts);
  }
}
