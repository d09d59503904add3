/** The body of a request, for the documentation. @param schema its name among the contracts */
export const bodyOf = (schema: string) => ({ required: true, schema: { $ref: `#/components/schemas/${schema}` } });
