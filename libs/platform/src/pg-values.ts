import { types } from 'pg';

/** What may be handed to a statement. JSON goes in as text ({@link json}), so that nothing can fail once a flight is under way. */
export type Parameter = string | number | bigint | boolean | null | Date | Uint8Array | readonly (string | number | null)[];

/** A statement with a name is parsed once per connection; the same name always means the same text. */
export type Statement = { readonly name?: string; readonly text: string; readonly values?: readonly Parameter[] };

/** A value for a `json` or `jsonb` parameter. */
export const json = (value: unknown): string => JSON.stringify(value);

type Parser = (text: string) => unknown;

const asNumber: Parser = (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`Too large for a number: ${text}`);
  return value;
};

/** A day stays text: it has no time zone. Counts and sizes are numbers. */
const OWN_PARSERS: Readonly<Record<number, Parser>> = {
  [types.builtins.DATE]: (text) => text,
  [types.builtins.INT8]: asNumber,
};

const theirParser: (oid: number, format: 'text') => Parser = types.getTypeParser;

/** How answers are read, on every connection of the program; all of them arrive as text. */
export const pgTypes = {
  getTypeParser: (oid: number): Parser => OWN_PARSERS[oid] ?? theirParser(oid, 'text'),
};
