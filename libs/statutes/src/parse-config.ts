import type { z } from 'zod';
import { ConfigError, type ConfigProblem } from './config-error.js';
import { readSource, type ConfigPath } from './source-position.js';

/** A fault found beyond the shape of the data. The message is a predicate of what the path names: "must be …". */
export type ConfigFinding = { readonly path: ConfigPath; readonly message: string };

/** What a kind of file asks for beyond its schema. */
export type ConfigRules = {
  /** Checks that span several fields. Gets the data as written, right or wrong, so that all problems come out together. */
  readonly check?: (data: unknown) => readonly ConfigFinding[];
  /** How a place in the file is called in messages. Default: the path itself. */
  readonly label?: (path: ConfigPath) => string;
};

/**
 * Reads one YAML file of `config/` and checks it against a schema.
 * @param file the name used in messages
 * @throws ConfigError with every problem of the file, each with its line and what to do
 */
export function parseConfig<S extends z.ZodType>(text: string, file: string, schema: S, rules: ConfigRules = {}): z.infer<S> {
  const source = readSource(text);
  const place = (path: ConfigPath, message: string): ConfigProblem => ({
    file,
    line: source.lineOf(path),
    ...sentence(path, message, rules.label),
  });
  const problems: ConfigProblem[] = source.errors.map(({ line, message }) => ({ file, line, path: '', message }));
  if (source.errors.some(({ duplicateKey }) => !duplicateKey)) throw new ConfigError(problems);
  const parsed = schema.safeParse(source.data, { error: advice });
  const findings = [...(parsed.success ? [] : parsed.error.issues.flatMap(findingsOf)), ...(rules.check?.(source.data) ?? [])];
  problems.push(...findings.map(({ path, message }) => place(path, message)));
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return parsed.data;
}

function sentence(path: ConfigPath, predicate: string, label = pathText): { path: string; message: string } {
  const subjectFrom = Math.max(
    0,
    path.findLastIndex((step) => typeof step === 'string'),
  );
  const subject = pathText(path.slice(subjectFrom));
  return { path: label(path.slice(0, subjectFrom)), message: `${subject === '' ? 'the file' : subject} ${predicate}` };
}

/** `rules.fee[0].value` for the path to a value. */
export function pathText(path: ConfigPath): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${String(step)}]` : `${i === 0 ? '' : '.'}${String(step)}`))
    .join('');
}

function findingsOf(issue: z.core.$ZodIssue): ConfigFinding[] {
  if (issue.code !== 'unrecognized_keys') return [issue];
  return issue.keys.map((key) => ({
    path: [...issue.path, key],
    message: 'is not known here; remove it or correct its spelling',
  }));
}

type Advice = { readonly [C in z.core.$ZodIssue['code']]?: (issue: Extract<z.core.$ZodRawIssue, { code: C }>) => string };

const adviceFor: Advice = {
  invalid_type: ({ expected }) => `must be ${typeNames[expected] ?? `of type ${expected}`}`,
  invalid_value: ({ values }) => `must be ${values.length > 1 ? 'one of ' : ''}${values.map(String).join(', ')}`,
  too_small: ({ minimum, origin }) => tooSmall[origin]?.(Number(minimum)) ?? `must have at least ${String(minimum)}`,
  too_big: ({ maximum, origin }) => `must ${origin === 'number' || origin === 'int' ? 'be' : 'have'} at most ${String(maximum)}`,
  invalid_union: ({ options }) =>
    Array.isArray(options) ? `must be one of ${options.map(String).join(', ')}` : 'has none of the forms allowed here',
  invalid_key: () => 'is no name allowed here; correct its spelling',
  invalid_format: ({ format }) =>
    format === 'date' ? 'must be a date; write YYYY-MM-DD' : `is not a valid ${format}; correct it`,
};

const atLeast = (minimum: number): string => `must be at least ${minimum}`;
const tooSmall: Readonly<Record<string, (minimum: number) => string>> = {
  number: atLeast,
  int: atLeast,
  string: (minimum) =>
    minimum === 1 ? 'must not be empty; write at least one letter' : `is too short; write at least ${minimum} letters`,
};

const typeNames: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of fields',
  record: 'a map of fields',
};

function advice(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return 'is missing; add it';
  const write = adviceFor[issue.code] as ((issue: z.core.$ZodRawIssue) => string) | undefined;
  return write?.(issue);
}
