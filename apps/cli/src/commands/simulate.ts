import { localDate, type LocalDate } from '@gongkai/calendar';
import { lawShelf, verifyWatch } from '@gongkai/casework';
import { migrate, readSettings, SystemClock, type Clock, type Settings } from '@gongkai/platform';
import {
  lastDayOf,
  loadDemoOrgans,
  onStage,
  organsIn,
  planFigures,
  planYear,
  play,
  playedFigures,
  readMix,
  readWords,
  refuseCompany,
  refuseRealData,
  type Figures,
  type Plan,
} from '@gongkai/simulation';
import { Command, InvalidArgumentError } from 'commander';
import { stepProgress } from '../step-progress.js';
import { dayIn } from '../typed.js';
import { withDatabaseUrl } from '../with-database.js';

type Options = {
  readonly organ: string;
  readonly year: number;
  readonly seed: number;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
  readonly dryRun?: true;
  readonly yesIMean?: string;
};

/** `gongkai simulate`: a year of an organ, played at the real desk under a clock of its own. */
export function simulate(): Command {
  return new Command('simulate')
    .description('play a year of an organ with fictitious applicants (JSON); the same again goes on where it stopped')
    .requiredOption('--organ <code>', 'an organ that has a year in config/simulations, e.g. bureau')
    .requiredOption('--year <year>', 'that year, e.g. 2019', whole)
    .option('--seed <number>', 'each number is another year', whole, 1)
    .option('--from <date>', 'only applications that are logged on that day or later', dayIn)
    .option(
      '--until <date>',
      'the last day to be played (default: that on which the last case ends, in the next year at the latest)',
      dayIn,
    )
    .option('--dry-run', 'print the tables of the plan and do nothing')
    .option('--yes-i-mean <database>', 'the name of a database of your own that may be filled with fiction')
    .action(run);
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
}

async function run(options: Options): Promise<void> {
  const settings = readSettings();
  const plan = planFor(settings, options);
  if (options.dryRun === true) {
    console.log(textOf(planFigures(plan)));
    return;
  }
  refuseRealData(settings, options.yesIMean);
  const report = await withDatabaseUrl((url) => playHere(url, settings, plan, options));
  console.log(JSON.stringify(report));
  if (report.unwatched.length > 0) process.exitCode = 1;
}

function planFor({ configDir }: Settings, { organ, year, seed, from }: Options): Plan {
  const shelf = lawShelf(configDir);
  const law = shelf.lawOf(shelf.statute, localDate(`${year}-01-01`));
  const plan = planYear(readMix(configDir, organ, year), { law, words: readWords(configDir), seed });
  return from === undefined ? plan : { ...plan, cases: plan.cases.filter(({ script }) => script.loggedOn >= from) };
}

async function playHere(url: string, settings: Settings, plan: Plan, { year, until, organ, seed }: Options) {
  await migrate(url);
  if ((await organsIn(url, settings.configDir)).demonstration.length === 0) await loadDemoOrgans(url, settings.configDir);
  const clock = new SystemClock();
  const begun = clock.now().getTime();
  const upTo = until ?? endOf(plan, year);
  const progress = stepProgress(organ);
  const stop = interrupted();
  try {
    return await onStage({ url, settings, plan }, async (stage) => {
      await refuseCompany(stage.pool);
      const played = await play(plan, stage, { until: upTo, signal: stop, onDay: progress.tell });
      const seconds = (clock.now().getTime() - begun) / 1000;
      const { open, unwatched } = await verifyWatch({
        ...stage,
        laws: lawShelf(settings.configDir),
        clock: laterOf(stage.clock, clock),
      });
      return {
        organ,
        year,
        seed,
        until: upTo,
        applications: plan.cases.length,
        seconds,
        ...played,
        open,
        unwatched,
        ...(await playedFigures(plan, stage.pool)),
      };
    });
  } finally {
    progress.end();
  }
}

/** What was played in the past has been rung by now; what was played in the future is judged there. */
const laterOf = (a: Clock, b: Clock): Clock => (a.today() > b.today() ? a : b);

/** The day on which the last case comes to its end, by the last of the next year. */
function endOf(plan: Plan, year: number): LocalDate {
  const latest = localDate(`${year + 1}-12-31`);
  const last = lastDayOf(plan) ?? latest;
  return last < latest ? last : latest;
}

/** Ctrl-C ends it after the step that is under way. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

/** Tables of names and numbers. */
function textOf(figures: Figures): string {
  const tables = Object.entries(figures).map(([title, counts]) => {
    const width = Math.max(...Object.keys(counts).map(({ length }) => length), 0);
    const lines = Object.entries(counts).map(([name, count]) => `  ${name.padEnd(width)} ${String(count).padStart(6)}`);
    return [title, ...lines].join('\n');
  });
  return tables.join('\n\n');
}
