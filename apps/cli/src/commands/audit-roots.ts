import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { AuditTrail } from '@gongkai/casework';
import type { LocalDate } from '@gongkai/calendar';
import { AuditKeys, SignedDays, SystemClock, type CommandPool, type Settings } from '@gongkai/platform';
import { Command } from 'commander';
import { officeOf } from '../office-of.js';
import { dayIn } from '../typed.js';
import { withPool } from '../with-pool.js';

const trailOf = (pool: CommandPool, settings: Settings): AuditTrail =>
  new AuditTrail({
    pool,
    clock: new SystemClock(settings.today),
    keys: AuditKeys.heldIn(settings),
    signed: new SignedDays(settings.dataDir),
  });

/** `gongkai audit roots`: what the worker does by itself. */
export const makeUpRoots = (): Command =>
  new Command('roots')
    .description('sign each day that is over and has no root yet, as the worker does by itself (JSON)')
    .action(async () => {
      const { key, failed, ...made } = await withPool(async (pool, settings) => {
        const key = AuditKeys.of(settings).current.id;
        return { ...(await trailOf(pool, settings).roots.makeUp()), key };
      });
      console.log(JSON.stringify({ ...made, failed: failed.map(({ organ }) => organ), key }));
      for (const { organ, error } of failed) console.error(`${organ}: ${error instanceof Error ? error.message : String(error)}`);
      if (failed.length > 0) process.exitCode = 1;
    });

type Options = { readonly organ: string; readonly from: LocalDate; readonly to: LocalDate; readonly out: string };

/** `gongkai audit export`: the signed days of an organ as a file that is proved elsewhere. */
export const exportAudit = (): Command =>
  new Command('export')
    .description('the signed days of an organ with their entries, as lines of JSON that scripts/verify-audit.mjs proves (JSON)')
    .requiredOption('--organ <code>', 'whose days they are')
    .requiredOption('--from <date>', 'the first day', dayIn)
    .requiredOption('--to <date>', 'the last day', dayIn)
    .requiredOption('--out <path>', 'a file that does not exist yet, where nobody looks who may not see the cases')
    .action(async ({ out, ...asked }: Options) => {
      const name = await withPool(async (pool, settings) => {
        const file = await trailOf(pool, settings).file(await officeOf(pool, asked.organ), asked, true);
        const target = createWriteStream(out, { flags: 'wx', mode: 0o600 });
        await pipeline(file.content, target).catch(async (error: unknown) => {
          if ((error as { code?: unknown }).code !== 'EEXIST') await rm(out, { force: true });
          throw error;
        });
        return file.name;
      });
      console.log(JSON.stringify({ ...asked, out, name }));
    });
