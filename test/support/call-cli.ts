import { Readable } from 'node:stream';
import { run } from '../../apps/cli/src/run.js';
import type { CliRun, Environment } from './run-cli.js';
import { withSettings } from './settings.js';

/**
 * Runs `gongkai` in this process, for tables of many questions: what the terminal would show is caught, stdin is this text.
 * That the program itself starts and answers is for `runCli` to show.
 */
export async function callCli(words: readonly string[], stdin: unknown = '', settings: Environment = {}): Promise<CliRun> {
  const shown = { stdout: '', stderr: '' };
  const giveBack = catchTerminal(shown, typeof stdin === 'string' ? stdin : JSON.stringify(stdin));
  const undo = withSettings(settings);
  try {
    const exit = (await run(words)) ?? Number(process.exitCode ?? 0);
    return { exit, ...shown };
  } finally {
    process.exitCode = undefined;
    undo();
    giveBack();
  }
}

/** @returns what gives the terminal back */
function catchTerminal(shown: { stdout: string; stderr: string }, input: string): () => void {
  const { log, error } = console;
  const stdin = process.stdin;
  const write = process.stderr.write.bind(process.stderr);
  Object.assign(console, {
    log: (line: string) => void (shown.stdout += `${line}\n`),
    error: (line: string) => void (shown.stderr += `${line}\n`),
  });
  process.stderr.write = (chunk: string | Uint8Array) => {
    shown.stderr += String(chunk);
    return true;
  };
  Object.defineProperty(process, 'stdin', { value: Readable.from([input]), configurable: true });
  return () => {
    Object.assign(console, { log, error });
    process.stderr.write = write;
    Object.defineProperty(process, 'stdin', { value: stdin, configurable: true });
  };
}
