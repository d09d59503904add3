import { COMMAND_TYPES, problemStatus } from '@gongkai/contracts';
import { readFileSync } from 'node:fs';
import { startTestApi, type TestApi } from '../../support/api.js';
import { problemIn, request } from '../../support/officer.js';

/** What is answered to anybody. */
const OPEN = [
  'post /api/v1/session',
  'get /api/v1/office',
  'get /api/v1/session/sign-on',
  'get /api/v1/session/sign-on/return',
  'get /metrics',
  'get /api/v1/feeds/{secret}',
  'get /robots.txt',
  'get /portal/sitemap.xml',
];

type Media = Readonly<Record<string, { readonly schema?: unknown }>>;
type Operation = {
  readonly operationId: string;
  readonly summary?: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Media };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Media }>>;
};
type Document = {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Record<string, unknown>>>; readonly securitySchemes: object };
};

let api: TestApi;
let document: Document;
let operations: readonly (Operation & { readonly at: string })[];
beforeAll(async () => {
  api = await startTestApi();
  document = (await request(`${api.url}/api/openapi.json`)).body as Document;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, at: `${method} ${path}` })),
  );
});
afterAll(() => api.stop());

/** Every `$ref` in a piece of the document. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : referencesIn(inner)));
}

describe('the OpenAPI document', () => {
  test('is one of version 3.1, and of this version of the program', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(document.info.version).toBe(version);
  });

  test('has a schema for every step, named like it', () => {
    for (const type of COMMAND_TYPES) {
      const schema = document.components.schemas[`${type.charAt(0).toUpperCase()}${type.slice(1)}`];
      expect(schema).toMatchObject({ type: 'object', properties: { type: { enum: [type] } }, additionalProperties: false });
      expect(schema?.required).toContain('type');
    }
  });

  test('points to nothing that is missing', () => {
    const names = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(referencesIn(document).filter((reference) => !names.includes(reference))).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('$defs');
  });

  test('names every parameter of a path, and nothing else', () => {
    for (const { at, parameters = [] } of operations) {
      const inPath = [...at.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath);
      for (const parameter of parameters)
        expect([at, parameter]).toEqual([at, expect.objectContaining({ name: expect.any(String) })]);
    }
    const filters = operations.find(({ operationId }) => operationId === 'listCases')?.parameters?.map(({ name }) => name);
    expect(filters).toEqual(
      expect.arrayContaining(['organ', 'state', 'light', 'assignee', 'dueFrom', 'q', 'sort', 'limit', 'cursor']),
    );
  });

  const isHealth = ({ at }: { readonly at: string }): boolean => at.includes('/health/');

  test('says of every operation what it is called and who may ask', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const operation of operations) {
      expect(operation.summary).toBeTruthy();
      const isOpen = isHealth(operation) || operation.at.includes('/public/') || OPEN.includes(operation.at);
      expect([operation.at, (operation.security ?? []).length > 0]).toEqual([operation.at, !isOpen]);
    }
  });

  test('says of every operation what can go wrong', () => {
    for (const { responses } of operations.filter((operation) => !isHealth(operation))) {
      const problems = Object.entries(responses).filter(([status]) => Number(status) >= 400);
      expect(problems.length).toBeGreaterThan(0);
      for (const [, { content }] of problems)
        expect(content?.['application/problem+json']?.schema).toEqual({ $ref: '#/components/schemas/Problem' });
    }
  });

  test('documents only problems that there are', () => {
    const named = operations.flatMap(({ at, responses }) =>
      at.includes('/health/')
        ? []
        : Object.entries(responses)
            .filter(([status]) => Number(status) >= 400)
            .flatMap(([status, { description }]) => description.split(' · ').map((code) => [code, Number(status)] as const)),
    );
    for (const [code, status] of named) expect([code, (problemStatus as Record<string, number>)[code]]).toEqual([code, status]);
  });

  test('has every address that the program answers at', async () => {
    for (const path of Object.keys(document.paths)) {
      const answer = await request(`${api.url}${path.replace(/\{\w+\}/g, 'x')}`, { method: 'PROPFIND' });
      expect([path, problemIn(answer).code]).toEqual([path, 'method-not-allowed']);
    }
  });

  test('can be read on a page, without scripts from elsewhere', async () => {
    const page = await request(`${api.url}/api/docs`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Gongkai API');
    const scripts = [...page.text.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, source = '']) => source);
    expect(scripts.length).toBeGreaterThan(0);
    for (const source of scripts) {
      expect(source).toMatch(/^\.{0,2}\//);
      expect((await request(new URL(source, `${api.url}/api/docs`).href)).status).toBe(200);
    }
    expect(page.text).not.toMatch(/<script(?![^>]*src=)[^>]*>/);
  });
});
