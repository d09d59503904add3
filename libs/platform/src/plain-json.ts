/**
 * A value as it is read again from its JSON, without writing it: no `undefined`, days as text, nothing shared with the value.
 * @param value of what JSON has words for: plain objects, lists, text, finite numbers, booleans, null and moments
 */
export function plainJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value === undefined ? null : value;
  if (Array.isArray(value)) return value.map(plainJson);
  return value instanceof Date ? value.toISOString() : fieldsOf(value as Readonly<Record<string, unknown>>);
}

function fieldsOf(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const field = value[name];
    if (field !== undefined) copy[name] = plainJson(field);
  }
  return copy;
}
