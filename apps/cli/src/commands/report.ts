import { lawsIn } from '@gongkai/casework';
import type { ReportPeriodQuery } from '@gongkai/contracts';
import { CommandPool, SystemClock, type Settings } from '@gongkai/platform';
import { AnnualReports } from '@gongkai/reporting';
import { Trainings } from '@gongkai/supervision';
import { Command, Option } from 'commander';
import { officeOf } from '../office-of.js';
import { dayIn, yearIn } from '../typed.js';
import { withDatabaseUrl } from '../with-database.js';

type Options = Pick<ReportPeriodQuery, 'from' | 'to'> & {
  readonly organ: string;
  readonly scope: 'own' | 'below';
  readonly cell?: string;
};

const MOST_CASES = 1000;

/** `gongkai report`: the annual report of an organ, or the cases behind one of its numbers. */
export function reportCommand(): Command {
  return new Command('report')
    .description(
      'the annual report of a year, or the same counts of another period (JSON); exit 1 where an identity that must hold does not',
    )
    .argument('<year>', 'the year, e.g. 2019', yearIn)
    .requiredOption('--organ <code>', 'whose report it is, e.g. bureau')
    .addOption(
      new Option('--scope <scope>', 'the organ alone, or with everything below it').choices(['own', 'below']).default('below'),
    )
    .option('--from <date>', 'first day of another period', dayIn)
    .option('--to <date>', 'last day of another period', dayIn)
    .option('--cell <cell>', 'the cases behind a number instead, e.g. b.r1_granted.total')
    .action(async (year: number, options: Options) => {
      const { answer, isWrong } = await withDatabaseUrl((url, settings) => reporting(url, settings, { year, ...options }));
      console.log(JSON.stringify(answer));
      if (isWrong) process.exitCode = 1;
    });
}

async function reporting(url: string, { configDir, today }: Settings, { year, cell, ...asked }: Options & { year: number }) {
  const pool = new CommandPool({ url, max: 2 });
  try {
    const clock = new SystemClock(today);
    const trainings = new Trainings({ pool, clock });
    const quotes = trainings.figuresOf.bind(trainings);
    const reports = new AnnualReports({ pool, clock, laws: await lawsIn(pool, configDir), configDir, quotes });
    const person = await officeOf(pool, asked.organ);
    if (cell !== undefined)
      return { answer: await reports.cases(person, year, { ...asked, cell, limit: MOST_CASES }), isWrong: false };
    const answer = await reports.of(person, year, asked);
    return { answer, isWrong: answer.checks.some(({ kind, result }) => kind === 'hard' && result === 'differs') };
  } finally {
    await pool.close();
  }
}
