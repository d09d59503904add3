import { resolved, type Schema } from './operations.js';

/** What stands in fields of a name, whatever body they are in. */
export type Values = Readonly<Record<string, unknown>>;

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-03-02',
  'date-time': '2026-03-05T09:00:00+08:00',
  email: 'somebody@example.org',
  uuid: '00000000-0000-4000-8000-000000000000',
  uri: 'https://example.org/1',
  'organ-code': 'new-organ',
  username: 'somebody.new',
};

type Making = { readonly values: Values; readonly name: string };
type Kind = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';

const KINDS: Readonly<Record<Kind, (schema: Schema, making: Making) => unknown>> = {
  object: ({ properties = {}, required = [] }, { values }) =>
    Object.fromEntries(required.map((name) => [name, valueOf(properties[name] ?? {}, { values, name })])),
  array: ({ items = {}, minItems = 0 }, making) => Array.from({ length: minItems }, () => valueOf(items, making)),
  string: ({ format = '', pattern, minLength = 1 }) =>
    FORMATS[format] ?? (pattern?.includes('0-9a-f]{64}') === true ? '0'.repeat(64) : 'x'.repeat(Math.max(1, minLength))),
  integer: ({ minimum = 1 }) => Math.max(1, minimum),
  number: ({ minimum = 1 }) => Math.max(1, minimum),
  boolean: () => true,
  null: () => null,
};

const kindOf = ({ type }: Schema): Kind => (typeof type === 'string' ? type : (type?.[0] ?? 'object')) as Kind;

function valueOf(given: Schema, making: Making): unknown {
  if (making.name in making.values) return making.values[making.name];
  const schema = resolved(given);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [first] = schema.oneOf ?? schema.anyOf ?? [];
  return first === undefined ? KINDS[kindOf(schema)](schema, making) : valueOf(first, making);
}

/**
 * The smallest body that has the shape which the description asks for: required fields alone, of several shapes the first.
 * @param values what stands in fields of a name instead
 */
export const smallestBody = (schema: Schema, values: Values): Record<string, unknown> =>
  valueOf(schema, { values, name: '' }) as Record<string, unknown>;
