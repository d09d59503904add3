import fs from 'node:fs';

/** What the program says of itself; `test/house/openapi.spec.ts` holds the two together. */
const description = JSON.parse(fs.readFileSync('docs/openapi.json', 'utf8'));

/** @throws Error where there is none */
export function schemaNamed(name) {
  const schema = description.components.schemas[name];
  if (schema === undefined) throw new Error(`No schema ${name}.`);
  return schema;
}

/** What a reference leads to. */
export const resolved = (schema) => (schema.$ref === undefined ? schema : resolved(schemaNamed(schema.$ref.split('/').at(-1))));

/** Every endpoint: where, how, what it takes in its address and as JSON. */
export const OPERATIONS = Object.entries(description.paths).flatMap(([place, methods]) =>
  Object.entries(methods).map(([method, { operationId, parameters = [], requestBody }]) => ({
    ...{ id: operationId, place, method: method.toUpperCase() },
    holes: [...place.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    query: parameters.filter((one) => one.in === 'query').map(({ name, schema }) => ({ name, schema })),
    body: requestBody?.content['application/json']?.schema,
  })),
);

/** Every step of a case, with its schema. */
export const STEPS = schemaNamed('Command').oneOf.map((one) => {
  const schema = resolved(one);
  const { type } = schema.properties;
  return { type: type.const ?? type.enum[0], schema };
});
