import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { COMMAND_TYPES, Problem } from '@gongkai/contracts';
import { SESSION_COOKIE } from '../http/gate.js';
import { toOpenApi } from './zod-schemas.js';

type Schemas = NonNullable<OpenAPIObject['components']>['schemas'];

const VERSION = '0.1.0';

const frame = (): Omit<OpenAPIObject, 'paths'> =>
  new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('公开 Gongkai')
    .setDescription(
      '政府信息公开申请办理。 Cases of disclosure upon application. Days are YYYY-MM-DD in Asia/Shanghai. Every "no" is a problem document (RFC 9457).',
    )
    .setVersion(VERSION)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addSecurity('session', { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE })
    .addSecurity('csrf', { type: 'apiKey', in: 'header', name: 'x-csrf-token', description: 'For changes in a session.' })
    .addSecurity('token', { type: 'http', scheme: 'bearer', description: 'gongkai admin token' })
    .build();

/** Tells generators of clients which step is meant by which name. */
const BY_TYPE = {
  propertyName: 'type',
  mapping: Object.fromEntries(
    COMMAND_TYPES.map((type) => [type, `#/components/schemas/${type.charAt(0).toUpperCase()}${type.slice(1)}`]),
  ),
};

/** The OpenAPI document of the API: made of the schemas that also check what comes in. */
export function documentOf(app: INestApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, frame(), {
    standardSchemaConverter: toOpenApi,
    operationIdFactory: (_, method) => method,
  });
  const own = toOpenApi(Problem, { schemaType: 'output' })?.components ?? {};
  const schemas: Record<string, unknown> = { ...document.components?.schemas, ...own };
  schemas.Command = { ...(schemas.Command as object), discriminator: BY_TYPE };
  return { ...document, components: { ...document.components, schemas: inOrder(schemas) as Schemas } };
}

const inOrder = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** `/api/openapi.json` for programs, `/api/docs` for people; made when first asked for, as it takes longer than all else at a start. */
export function serveDocument(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => documentOf(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Gongkai API',
  });
}
