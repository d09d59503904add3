import { readFileSync } from 'node:fs';

/** A schema as far as a body is made from it. */
export type Schema = {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly format?: string;
  readonly pattern?: string;
};

/** One endpoint, as the description tells it. */
export type Operation = {
  readonly id: string;
  readonly method: string;
  /** Below the root of the server, with its holes: `/api/v1/cases/{id}`. */
  readonly path: string;
  /** Anybody may ask, without a session. */
  readonly isPublic: boolean;
  /** Its answer can be narrowed to an organ by `?organ=`. */
  readonly asksForOrgan: boolean;
  /** What JSON it takes; undefined where it takes none. */
  readonly body?: Schema;
  readonly takesFile: boolean;
};

type Parameter = { readonly name: string; readonly in: string };
type Described = {
  readonly operationId: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema } | undefined>> };
};
type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

// What the program says of itself: `test/house/openapi.spec.ts` holds the two together.
const description = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Description;

const operationOf = (path: string, method: string, described: Described): Operation => {
  const { operationId: id, security = [], parameters = [], requestBody } = described;
  const body = requestBody?.content['application/json']?.schema;
  return {
    ...{ id, method: method.toUpperCase(), path },
    isPublic: security.length === 0,
    asksForOrgan: parameters.some(({ name, in: where }) => name === 'organ' && where === 'query'),
    ...(body === undefined ? {} : { body }),
    takesFile: requestBody?.content['multipart/form-data'] !== undefined,
  };
};

/** Every endpoint there is. */
export const operations: readonly Operation[] = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => operationOf(path, method, described)),
);

/** @throws Error where there is none */
function schemaNamed(name: string): Schema {
  const schema = description.components.schemas[name];
  if (schema === undefined) throw new Error(`No schema ${name}.`);
  return schema;
}

/** What a reference leads to. */
export const resolved = (schema: Schema): Schema =>
  schema.$ref === undefined ? schema : resolved(schemaNamed(schema.$ref.split('/').at(-1) ?? ''));

/** Every step of a case by its type, with its schema. */
export const steps: ReadonlyMap<string, Schema> = new Map(
  (resolved(schemaNamed('Command')).oneOf ?? []).map((one) => {
    const schema = resolved(one);
    const type = schema.properties?.type;
    return [String(type?.const ?? type?.enum?.[0]), schema] as const;
  }),
);
