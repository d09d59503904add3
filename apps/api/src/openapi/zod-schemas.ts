import type { StandardSchemaConversionResult } from '@nestjs/swagger';
import { z } from 'zod';

const COMPONENTS = '#/components/schemas/';
type JsonSchema = z.core.JSONSchema.BaseSchema;
type Direction = { readonly schemaType: 'input' | 'output' };

/** A zod schema in the words of OpenAPI 3.1; what has an id becomes a component of that name. */
export function toOpenApi(schema: unknown, { schemaType: io }: Direction): StandardSchemaConversionResult | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  // Inside another schema the outermost one is a component, too.
  const { $defs = {}, properties } = z.toJSONSchema(z.object({ root: schema }), { io, unrepresentable: 'any', override });
  const components = Object.fromEntries(Object.entries($defs).map(([name, { id: _, ...definition }]) => [name, definition]));
  return { schema: pointToComponents(properties?.root), components: pointToComponents(components) as Record<string, object> };
}

const pointToComponents = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', `"${COMPONENTS}`)) as unknown;

/** A day is a day without the pattern that proves it; what is prepared before it is read is what it is read as. */
function override({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: JsonSchema }): void {
  if (jsonSchema.format === 'date') delete jsonSchema.pattern;
  if (!(zodSchema instanceof z.ZodPipe) || !(zodSchema.in instanceof z.ZodTransform)) return;
  const { $schema: _, ...read } = z.toJSONSchema(zodSchema.out as z.ZodType, { io: 'input', override });
  Object.assign(jsonSchema, read);
}

/** A schema for the query of an operation: without a name, so that its fields become parameters one by one. */
export const asQuery = <S extends z.ZodRawShape>({ shape }: z.ZodObject<S>) => z.strictObject(shape);
