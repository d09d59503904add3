import { Command } from 'commander';
import { officeOf } from '../office-of.js';
import { withArchive } from '../with-archive.js';

/** `gongkai case`: one case, looked at from the outside. */
export function caseCommand(): Command {
  const program = new Command('case').description('one case: whether its file is complete');
  program
    .command('check <number>')
    .description(
      'what the archive would still ask for of a case, what of it stops the filing and whose step supplies it (JSON); exit 1 where something is missing (REG 45)',
    )
    .requiredOption('--organ <code>', 'whose case it is')
    .action(async (number: string, { organ }: { readonly organ: string }) => {
      const { items } = await withArchive(async ({ pool, exports, checks }) => {
        const person = await officeOf(pool, organ);
        return checks.ofCase(await exports.idOf(number, person), person);
      });
      const complete = items.every(({ passed }) => passed);
      console.log(JSON.stringify({ number, complete, items }));
      if (!complete) process.exitCode = 1;
    });
  return program;
}
