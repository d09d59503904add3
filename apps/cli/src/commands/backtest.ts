import { isLocalDate, localDate, type LocalDate } from '@gongkai/calendar';
import { lawsIn, PaceQueries } from '@gongkai/casework';
import { CommandPool, SystemClock, type Settings } from '@gongkai/platform';
import { Command, InvalidArgumentError } from 'commander';
import { officeOf } from '../office-of.js';
import { withDatabaseUrl } from '../with-database.js';

type Options = { readonly organ: string; readonly from: LocalDate; readonly to: LocalDate; readonly table?: true };
type Tested = NonNullable<Awaited<ReturnType<PaceQueries['backtest']>>>;

/** `gongkai backtest`: how the forecasts of a period would have stood the test. */
export function backtestCommand(): Command {
  return new Command('backtest')
    .description('hold the forecasts of a period against what became of the cases (JSON); see docs/forecast.md')
    .requiredOption('--organ <code>', 'an organ with all below it, e.g. district')
    .requiredOption('--from <date>', 'the first day that is forecast on', day)
    .requiredOption('--to <date>', 'the last day that is forecast on', day)
    .option('--table', 'print tables instead')
    .action(async (options: Options) => {
      const tested = await withDatabaseUrl((url, settings) => testing(url, settings, options));
      console.log(options.table === true ? textOf(tested) : JSON.stringify(tested));
    });
}

function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new InvalidArgumentError('a date is needed, YYYY-MM-DD');
  return localDate(text);
}

async function testing(url: string, { configDir, today }: Settings, { organ, from, to }: Options): Promise<Tested | null> {
  const pool = new CommandPool({ url, max: 2 });
  try {
    const pace = new PaceQueries({ pool, clock: new SystemClock(today), laws: await lawsIn(pool, configDir) });
    return await pace.backtest(await officeOf(pool, organ), { from, to });
  } finally {
    await pool.close();
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

function textOf(tested: Tested | null): string {
  if (tested === null) return 'Nothing was answered before this period: there was nothing to forecast from.';
  const { forecasts, cases, lateShare, brier, brierOfBaseRate, skill, withinBand, calibration, warnings } = tested;
  return [
    `${forecasts} forecasts of ${cases} cases; late in the end: ${percent(lateShare)}`,
    `Brier score ${brier.toFixed(5)}, of the base rate ${brierOfBaseRate.toFixed(5)}: ${percent(skill)} less`,
    `replies within the days forecast for four in five: ${percent(withinBand)}`,
    '',
    'chance up to  forecasts  forecast  late',
    ...calibration.map((row) =>
      [
        percent(row.upTo).padStart(12),
        String(row.forecasts).padStart(10),
        percent(row.forecast).padStart(9),
        percent(row.late),
      ].join(' '),
    ),
    '',
    'called from   forecasts  came true  late cases called in time',
    ...warnings.map((row) =>
      [
        percent(row.from).padStart(11),
        String(row.forecasts).padStart(11),
        percent(row.late / Math.max(1, row.forecasts)).padStart(10),
        `  ${row.called} of ${row.lateCases}`,
      ].join(' '),
    ),
  ].join('\n');
}
