import { spawnSync } from 'node:child_process';
import { inheritedEnvironment } from './settings.js';

export type CliRun = { readonly exit: number | null; readonly stdout: string; readonly stderr: string };

/** Settings of a run beside those of the tests. */
export type Environment = Readonly<Record<string, string>>;

/** Runs `gongkai` as a user does, with this text on its stdin. */
export function runCli(args: readonly string[], stdin: unknown = '', settings: Environment = {}): CliRun {
  const input = typeof stdin === 'string' ? stdin : JSON.stringify(stdin);
  const env = { ...inheritedEnvironment(), ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/gongkai.mjs', ...args], {
    input,
    env,
    encoding: 'utf8',
  });
  return { exit: status, stdout, stderr };
}

/** A fresh tree is installed and built, as by the first run; the rest of the program is not read for that. */
export function makeReady(): void {
  spawnSync(process.execPath, ['scripts/bootstrap.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] });
}

/** The one JSON object of a run that went well. */
export function answerOf(args: readonly string[], stdin?: unknown): unknown {
  const { exit, stdout, stderr } = runCli(args, stdin);
  if (exit !== 0) throw new Error(`gongkai ${args.join(' ')} ended with ${String(exit)}: ${stderr}`);
  return JSON.parse(stdout);
}

type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  fields: { path: string; code: string; message: string }[];
};

/** The problem document of a run that went wrong: the last line of stderr. */
export const problemOf = ({ stderr }: CliRun): Problem => JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '') as Problem;
