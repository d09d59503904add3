import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Person } from '@gongkai/casework';
import { folderTarget, zipTarget, type Exports, type ExportReport, type Target } from '@gongkai/filing';
import { Command } from 'commander';
import { progressOf } from '../audit-progress.js';
import { officeOf } from '../office-of.js';
import { yearIn } from '../typed.js';
import { withArchive } from '../with-archive.js';

type Options = { readonly organ: string; readonly to: string };
type Asked = { readonly exports: Exports; readonly person: Person; readonly target: Target };

/** `gongkai export`: cases as bags (BagIt, RFC 8493), for an archive or a court. */
export function exportCommand(): Command {
  const program = new Command('export').description(
    'cases as bags (BagIt, RFC 8493): documents, catalogue, journal and a page to begin with (JSON); exit 1 where a document is gone',
  );
  program
    .command('case <number>')
    .description('one case')
    .requiredOption('--organ <code>', 'whose case it is')
    .requiredOption('--to <path>', 'a folder that does not exist yet, or a file that ends in .zip')
    .action((number: string, options: Options) =>
      exporting(options, async ({ exports, person, target }) =>
        exports.ofCase(await exports.idOf(number, person), target, { person, byCommandLine: true }),
      ),
    );
  program
    .command('year')
    .argument('<year>', 'in which they were logged', yearIn)
    .description('the cases of an organ and of what is below it, logged in a year')
    .requiredOption('--organ <code>', 'whose cases they are')
    .requiredOption('--to <path>', 'a folder that does not exist yet, or a file that ends in .zip')
    .action((year: number, options: Options) =>
      exporting(options, ({ exports, person, target }) =>
        exports.ofYear(year, target, { person, byCommandLine: true }, progressOf('exported')),
      ),
    );
  return program;
}

async function exporting({ organ, to }: Options, work: (asked: Asked) => Promise<ExportReport>): Promise<void> {
  const report = await withArchive(async ({ pool, exports, clock }) => {
    const person = await officeOf(pool, organ);
    return writing(to, clock.now(), (target) => work({ exports, person, target }));
  });
  console.log(JSON.stringify({ ...report, to }));
  if (report.lost.length > 0) process.exitCode = 1;
}

/** Writes to where it was asked for; what could not be finished is removed. */
async function writing<T>(to: string, at: Date, work: (target: Target) => Promise<T>): Promise<T> {
  const [target, whole] = to.endsWith('.zip') ? zipAt(to, at) : [await folderTarget(to), () => Promise.resolve()];
  try {
    const done = await work(target);
    await whole();
    return done;
  } catch (error) {
    await rm(to, { recursive: true, force: true });
    throw error;
  }
}

function zipAt(to: string, at: Date): readonly [Target, () => Promise<void>] {
  const out = createWriteStream(to, { flags: 'wx' });
  const whole = finished(out);
  whole.catch(() => undefined);
  return [zipTarget(out, at), () => whole];
}
