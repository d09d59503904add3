import { readFile } from 'node:fs/promises';
import { Calendars, Directory, lawsIn, type CalendarAsked } from '@gongkai/casework';
import { NewCalendar, parseInput, Refusal } from '@gongkai/contracts';
import { CommandPool, createDataSource, docxText, SystemClock } from '@gongkai/platform';
import { readCalendarText } from '@gongkai/statutes';
import { Command } from 'commander';
import { yearIn } from '../typed.js';
import { withDatabaseUrl } from '../with-database.js';

type Who = { readonly as: string };
type Region = { readonly region: string };
/** What a document is about, where it is not a whole year of every organ. */
type Scope = { readonly amends?: true; readonly organ?: string };

/** `gongkai calendar`: years of working days, imported over those that were shipped; the workers then reckon the cases anew. */
export function calendarCommand(): Command {
  const program = new Command('calendar').description('years of working days: look at one, import it, take it back');
  const part = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .requiredOption('--as <log-in>', 'the administrator, of the organ at the top, who answers for it')
      .option('--region <name>', 'the region', 'cn');
  part('list', 'the years, and every change of them (JSON)').action((who: Who & Region) =>
    asked(who, (calendars, { actor, region }) => calendars.region(actor, region)),
  );
  const document = (name: string, description: string): Command =>
    part(name, description)
      .option('--amends', 'it changes a part of the year in force; what it does not name stays')
      .option('--organ <code>', 'it is about this organ and those below it alone');
  document('look <file>', 'which cases a year would move, from which day to which (YAML, JSON or CSV; prints JSON)').action(
    (file: string, { amends, organ, ...who }: Who & Region & Scope) =>
      asked(who, async (calendars, place) => {
        const { year, calendar } = await yearOf(file, { amends, organ });
        return calendars.look({ ...place, year }, calendar);
      }),
  );
  document('import <file>', 'import a year')
    .requiredOption('--confirm <number>', 'the number of the document, a second time')
    .action((file: string, { confirm, amends, organ, ...who }: Who & Region & Scope & { readonly confirm: string }) =>
      asked(who, async (calendars, place) => {
        const { year, calendar } = await yearOf(file, { amends, organ });
        return calendars.approve({ ...place, year }, { ...calendar, confirm });
      }),
    );
  part('revert <year>', 'take back what was imported last of a year')
    .requiredOption('--reason <text>', 'why')
    .option('--organ <code>', 'of the days of this organ')
    .action((year: string, { reason, organ, ...who }: Who & Region & { readonly reason: string; readonly organ?: string }) =>
      asked(who, (calendars, place) => calendars.revert({ ...place, year: yearIn(year) }, { reason, organ })),
    );
  return program;
}

type Work = (calendars: Calendars, place: Omit<CalendarAsked, 'year'>) => Promise<object>;

/** @throws Refusal `unknown-person`, and what the calendars refuse */
async function asked({ as, region }: Who & Region, work: Work): Promise<void> {
  const answer = await withDatabaseUrl(async (url, { configDir, today }) => {
    const clock = new SystemClock(today);
    const source = await createDataSource(url, { poolSize: 2 }).initialize();
    const pool = new CommandPool({ url, max: 2 });
    try {
      const actor = await new Directory(source, clock).byUsername(as);
      if (actor === undefined) throw new Refusal('invalid-request', [{ path: 'as', code: 'unknown-person' }]);
      return await work(new Calendars({ source, pool, clock, laws: await lawsIn(pool, configDir) }), { actor, region });
    } finally {
      await pool.close();
      await source.destroy();
    }
  });
  console.log(JSON.stringify(answer));
}

/** What is printed of a Word document; the text of any other file. */
const wordsOf = (content: Buffer): string => docxText(content) ?? content.toString('utf8');

/** A year in a file; what it arranges of another one is told. @throws Refusal `invalid-request` with every field at fault */
async function yearOf(file: string, scope: Scope): Promise<{ readonly year: number; readonly calendar: NewCalendar }> {
  const { year, source, otherYears = [], ...said } = readCalendarText(wordsOf(await readFile(file)));
  for (const { year: other } of otherYears)
    console.error(
      `${file} arranges days of ${String(other)} too; import them there as an amendment: ${JSON.stringify(otherYears)}`,
    );
  return { year: year ?? 0, calendar: parseInput(NewCalendar, { ...said, ...scope, ...(source === '' ? {} : { source }) }) };
}
