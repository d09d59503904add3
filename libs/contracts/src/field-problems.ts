import type { z } from 'zod';
import { Refusal, type FieldProblem } from './problems.js';

type Issue = z.core.$ZodIssue;

/**
 * Reads unknown input by a schema.
 * @throws Refusal `invalid-request` that names every field that cannot be taken
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const read = schema.safeParse(input);
  if (!read.success) throw new Refusal('invalid-request', fieldProblemsOf(read.error.issues, input));
  return read.data;
}

/** What zod found, in the words of the catalogue. */
export function fieldProblemsOf(issues: readonly Issue[], input: unknown): FieldProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, input));
}

function problemsOf(issue: Issue, input: unknown): FieldProblem[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({ path: join(path, name), code: 'unknown-field', facts: { name } }));
  if (valueAt(input, issue.path) === undefined) return [{ path, code: 'required' }];
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined)
    return [{ path, code: 'unknown-type', facts: { options: optionsOf(issue) } }];
  if (issue.code === 'invalid_format' && issue.format === 'date') return [{ path, code: 'invalid-date' }];
  return [{ path, code: 'invalid-value', facts: { expected: issue.message } }];
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    input,
  );
}

function optionsOf(issue: Issue & { code: 'invalid_union' }): string {
  const { options } = issue as { options?: unknown };
  return Array.isArray(options) ? options.map(String).join(', ') : issue.message;
}
