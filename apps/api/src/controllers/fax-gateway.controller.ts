import { Controller, HttpCode, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FaxFacts, IncomingView } from '@gongkai/contracts';
import { FaxDoor } from '@gongkai/intake';
import { FileStore } from '@gongkai/platform';
import { TAKES_FILE } from '../http/body-type.js';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { FOR_INTAKE } from '../http/gate.js';
import { IDEMPOTENCY_KEY, keyOf } from '../http/preconditions.js';
import { wholePartOf } from '../http/whole-part.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Problems } from '../openapi/problems.decorator.js';

const text = { type: 'string', maxLength: 200 };
const FORM = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary', description: 'TIFF or PDF, as it came.' },
    key: { ...text, description: 'Its number at the gateway, where there is no Idempotency-Key.' },
    sender: { ...text, description: 'The number that called.' },
    line: { ...text, description: 'The number that was called.' },
    arrivedAt: { type: 'string', format: 'date-time', description: 'Now where it is left out.' },
    pages: { type: 'integer', minimum: 1, maximum: 100_000, description: 'As the gateway has counted them.' },
  },
};

/** What fax gateways hand in. */
@ApiTags('incoming')
@NeedsOfficer()
@Controller('incoming/faxes')
export class FaxGatewayController {
  constructor(
    private readonly door: FaxDoor,
    private readonly store: FileStore,
  ) {}

  /** Takes a fax into the inbox in one call. One that is damaged, or none, waits in the quarantine. The same key and content twice is one. */
  @Post()
  @HttpCode(201)
  @RouteConfig({ ...TAKES_FILE, ...FOR_INTAKE })
  @ApiOperation({ operationId: 'addFax', summary: '收入传真 · Hand in a fax' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiHeader({ ...IDEMPOTENCY_KEY, description: 'The same key with the same fax is one fax; with another one it is another.' })
  @ApiCreatedResponse({ standardSchema: IncomingView })
  @Problems('unauthenticated', 'csrf', 'role-missing', 'too-large', 'unsupported-media-type', 'invalid-request', 'scanner-silent')
  async add(@CurrentExchange() { actor, request }: Exchange): Promise<IncomingView> {
    const header = keyOf(request, actor)?.key;
    const { name, content, fields } = await wholePartOf(request, this.store.limit);
    const facts = FaxFacts.parse(fields);
    return this.door.byPerson(actor, { name, content, facts: { ...facts, key: header ?? facts.key } });
  }
}
