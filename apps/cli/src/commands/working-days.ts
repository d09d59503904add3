import { Command } from 'commander';
import { CalendarRangeError, customCalendar, isLocalDate, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import { Refusal } from '@gongkai/contracts';
import { loadCalendar } from '../law-library.js';

type Options = { readonly calendar?: string; readonly holidays?: string; readonly makeup?: string };

/** `gongkai working-days add | count | is`: the three questions of any working-day calendar. */
export function workingDays(): Command {
  const program = new Command('working-days').description('counting by a working-day calendar (JSON)');
  question(
    program,
    'add <date> <n>',
    'the n-th working day after the date; n may be negative, 0 gives the date',
    (calendar, [date, n]) => {
      const from = dateOf('date', date);
      const added = calendar.add(from, wholeNumber('n', n));
      return { date: added, provisional: isProvisional(calendar, from, added) };
    },
  );
  question(program, 'count <from> <to>', 'working days d with from < d <= to', (calendar, [from, to]) => {
    const [a, b] = [dateOf('from', from), dateOf('to', to)];
    return { workingDays: calendar.count(a, b), provisional: isProvisional(calendar, a, b) };
  });
  question(program, 'is <date>', 'whether the date is a working day', (calendar, [date]) => {
    const day = dateOf('date', date);
    return { working: calendar.isWorkingDay(day), provisional: calendar.isProvisional(day) };
  });
  return program;
}

type Answer = (calendar: WorkingDays, given: readonly (string | undefined)[]) => object;

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
      console.log(JSON.stringify(withinCalendar(() => answer(calendarOf(command.opts<Options>()), command.args))));
    });
}

function calendarOf({ calendar, holidays, makeup }: Options): WorkingDays {
  if (holidays === undefined && makeup === undefined) return loadCalendar(calendar ?? 'cn');
  return customCalendar(datesOf('holidays', holidays), datesOf('makeup', makeup));
}

const datesOf = (path: string, list: string | undefined): LocalDate[] =>
  list === undefined || list === '' ? [] : list.split(',').map((date) => dateOf(path, date.trim()));

function dateOf(path: string, text: string | undefined): LocalDate {
  if (!isLocalDate(text)) throw new Refusal('invalid-request', [{ path, code: 'invalid-date' }]);
  return text;
}

function wholeNumber(path: string, text: string | undefined): number {
  if (text === undefined || !/^[+-]?\d{1,6}$/.test(text))
    throw new Refusal('invalid-request', [{ path, code: 'invalid-value', facts: { expected: '…-2, -1, 0, 1, 2…' } }]);
  return Number(text);
}

/** Whether any day that the answer rests on lies in a year without a published calendar. */
function isProvisional(calendar: WorkingDays, a: LocalDate, b: LocalDate): boolean {
  return calendar.unknownFrom(a < b ? a : b, a < b ? b : a) !== null;
}

function withinCalendar<T>(answer: () => T): T {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof CalendarRangeError)) throw error;
    const [code, facts] =
      error.side === 'before'
        ? (['before-calendar', { from: error.from }] as const)
        : (['after-calendar', { to: error.to }] as const);
    throw new Refusal('invalid-request', [{ path: 'date', code, facts }]);
  }
}
