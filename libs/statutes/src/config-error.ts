/** One thing wrong in a file of `config/`. */
export type ConfigProblem = {
  /** The file as it was named to the reader. */
  readonly file: string;
  /** Line of the file, from 1. */
  readonly line: number;
  /** Where in the file, e.g. `correction.notice_days`; empty for the file as a whole. */
  readonly path: string;
  /** What is wrong and what to do about it. */
  readonly message: string;
};

/** One line of text per problem: `config/statutes/cn-ogi-711.yaml:41 correction.notice_days: value must be …`. */
export function problemText({ file, line, path, message }: ConfigProblem): string {
  return `${file}:${String(line)} ${path === '' ? '' : `${path}: `}${message}`;
}

/** A configuration file cannot be used. Carries every problem of the file, in the order of its lines. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const inOrder = [...problems].sort((a, b) => a.line - b.line);
    super(inOrder.map(problemText).join('\n'));
    this.name = 'ConfigError';
    this.problems = inOrder;
  }
}
