import { CommanderError } from 'commander';
import { Refusal, renderProblem } from '@gongkai/contracts';
import { gongkai } from './gongkai.js';
import { usageProblem } from './usage-problem.js';

const BAD_INPUT = 2;

/** Runs one command. @param words as they were typed behind `gongkai` @returns the exit code; undefined where the command has set it */
export async function run(words: readonly string[]): Promise<number | undefined> {
  try {
    const program = await gongkai(words[0]);
    await program.parseAsync(words, { from: 'user' });
    return undefined;
  } catch (error) {
    return report(error);
  }
}

/** Words a failure for people and programs: the last line of stderr is a problem document. @returns the exit code */
function report(error: unknown): number {
  if (error instanceof Refusal) {
    console.error(JSON.stringify(renderProblem(error, 'zh-CN')));
    return BAD_INPUT;
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    console.error(JSON.stringify(renderProblem(new Refusal('invalid-request', [usageProblem(error)]), 'zh-CN')));
    return BAD_INPUT;
  }
  if (isBehind(error)) console.error('The database is not up to date: run "npm run gongkai -- migrate".');
  else console.error(error instanceof Error ? error.message : String(error));
  return 1;
}

/** A table or column is not there (SQLSTATE). */
const isBehind = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['42P01', '42703'].includes(String(error.code));
