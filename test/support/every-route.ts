import { readFileSync } from 'node:fs';

/** A route of the API that asks who is there: below `/api/v1`, with its holes filled. */
export type AskedRoute = { readonly method: string; readonly path: string; readonly operation: string };

type Described = {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly operationId: string; readonly security?: readonly unknown[] }>>>
  >;
};

/**
 * Every route of the description that needs an officer.
 * @param fill what stands in a hole of an address
 */
export function askedRoutes(fill: Readonly<Record<string, string>>): AskedRoute[] {
  const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Described;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { operationId, security = [] }]) =>
      security.length === 0
        ? []
        : [
            {
              method: method.toUpperCase(),
              path: path.replace(/^\/api\/v1/, '').replaceAll(/\{(\w+)\}/g, (_, hole: string) => fill[hole] ?? fill.id ?? ''),
              operation: operationId,
            },
          ],
    ),
  );
}
