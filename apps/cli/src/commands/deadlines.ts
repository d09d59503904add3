import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { DeadlinesRequest, parseInput, Refusal } from '@gongkai/contracts';
import { ledger } from '@gongkai/statutes';
import { loadStatute } from '../law-library.js';

type Options = { readonly statute?: string; readonly asOf?: string };

/** `gongkai deadlines`: facts in, every deadline with its derivation out. Needs no database. */
export function deadlines(): Command {
  return new Command('deadlines')
    .description('every statutory deadline that follows from the facts on stdin, with its derivation (JSON)')
    .option('--statute <id>', 'statute pack (default: cn-ogi-711)')
    .option('--as-of <date>', 'what was known at the end of that day (YYYY-MM-DD)')
    .action(async (options: Options) => {
      console.log(JSON.stringify(answer(await text(process.stdin), options)));
    });
}

function answer(input: string, { statute, asOf }: Options): unknown {
  const body = jsonOf(input);
  const merged =
    typeof body === 'object' && body !== null && !Array.isArray(body)
      ? { ...body, ...(statute === undefined ? {} : { statute }), ...(asOf === undefined ? {} : { asOf }) }
      : body;
  const request = parseInput(DeadlinesRequest, merged);
  const { law, calendar } = loadStatute(request.statute);
  return ledger(request, law, calendar, { asOf: request.asOf });
}

function jsonOf(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch {
    throw new Refusal('malformed-json', [{ path: 'stdin', code: 'malformed-json' }]);
  }
}
