import type { z } from 'zod';
import type { FieldCode } from './field-codes.js';
import { Refusal, type FieldProblem } from './problems.js';

type Issue = z.core.$ZodIssue;

/** More in one answer helps nobody: a body of nothing but names that are not known would be sent back ten times as large. */
const MOST_TOLD = 100;

/**
 * Reads unknown input by a schema.
 * @throws Refusal `invalid-request` that names every field that cannot be taken, the first hundred of them
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const read = schema.safeParse(input);
  if (!read.success) throw new Refusal('invalid-request', fieldProblemsOf(read.error.issues, input));
  return read.data;
}

/** What zod found, in the words of the catalogue; the first hundred of it. */
export function fieldProblemsOf(issues: readonly Issue[], input: unknown): FieldProblem[] {
  const first = issues.slice(0, MOST_TOLD);
  return first.flatMap((issue) => problemsOf(issue, input)).slice(0, MOST_TOLD);
}

function problemsOf(issue: Issue, input: unknown): FieldProblem[] {
  const path = givenPath(input, issue.path).map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MOST_TOLD).map((name) => ({ path: join(path, name), code: 'unknown-field', facts: { name } }));
  if (valueAt(input, givenPath(input, issue.path)) === undefined) return [{ path, code: 'required' }];
  const found = FINDINGS[issue.code] as ((issue: Issue) => Finding) | undefined;
  return [{ path, ...(found?.(issue) ?? INVALID) }];
}

type Finding = Omit<FieldProblem, 'path'>;
type Findings = { readonly [C in Issue['code']]?: (issue: Extract<Issue, { code: C }>) => Finding };

/** Nothing more is known of it: zod's own message is in one language only. */
const INVALID: Finding = { code: 'invalid-value' };

const FINDINGS: Findings = {
  invalid_type: ({ expected }) => ({ code: 'wrong-type', facts: { expected } }),
  invalid_value: ({ values }) => ({ code: 'unknown-option', facts: { options: values.map(String).join(', ') } }),
  invalid_format: ({ format }) =>
    format === 'date' ? { code: 'invalid-date' } : { code: 'wrong-format', facts: { expected: format } },
  invalid_union: (issue) =>
    issue.discriminator === undefined ? INVALID : { code: 'unknown-type', facts: { options: optionsOf(issue) } },
  custom: ({ params }) => (typeof params?.from === 'string' ? { code: 'too-early', facts: { from: params.from } } : INVALID),
  not_multiple_of: ({ divisor }) => ({ code: 'not-a-multiple', facts: { divisor } }),
  too_small: ({ origin, minimum, inclusive }) => ({
    code: (SIZES[origin] ?? NUMBER).small[inclusive === false ? 'beyond' : 'upTo'],
    facts: { minimum: Number(minimum) },
  }),
  too_big: ({ origin, maximum, inclusive }) => ({
    code: (SIZES[origin] ?? NUMBER).big[inclusive === false ? 'beyond' : 'upTo'],
    facts: { maximum: Number(maximum) },
  }),
};

type Bound = { readonly upTo: FieldCode; readonly beyond: FieldCode };
type Size = { readonly small: Bound; readonly big: Bound };

const NUMBER: Size = {
  small: { upTo: 'too-small', beyond: 'not-above' },
  big: { upTo: 'too-big', beyond: 'not-below' },
};
const sized = (small: FieldCode, big: FieldCode): Size => ({
  small: { upTo: small, beyond: small },
  big: { upTo: big, beyond: big },
});
const SIZES: Readonly<Record<string, Size>> = {
  string: sized('too-short', 'too-long'),
  array: sized('too-few', 'too-many'),
  set: sized('too-few', 'too-many'),
};

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** The path as far as it was given: a list in an address is one text, which only the schema takes apart. */
function givenPath(input: unknown, path: readonly PropertyKey[]): readonly PropertyKey[] {
  const apart = path.findIndex((_, i) => typeof valueAt(input, path.slice(0, i)) === 'string');
  return apart === -1 ? path : path.slice(0, apart);
}

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
