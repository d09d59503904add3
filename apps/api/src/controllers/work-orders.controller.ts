import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WorkOrdersView } from '@gongkai/contracts';
import { WorkOrders } from '@gongkai/intake';
import { z } from 'zod';
import { TAKES_FILE } from '../http/body-type.js';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { tablePartOf } from '../http/table-part.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Problems } from '../openapi/problems.decorator.js';

const TakeQuery = z.strictObject({
  preview: z.enum(['true', 'false']).optional().describe('true: says what the table holds, and takes nothing in'),
});
const FORM = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

/** Tables of the hotline. */
@ApiTags('incoming')
@NeedsOfficer()
@Controller('work-orders')
export class WorkOrdersController {
  constructor(private readonly orders: WorkOrders) {}

  /** Takes a table of work orders into the inbox: each number once, and only rows with which nothing is wrong. */
  @Post()
  @HttpCode(200)
  @RouteConfig(TAKES_FILE)
  @ApiOperation({ operationId: 'addWorkOrders', summary: '导入热线工单 · Take in a table of the hotline' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiOkResponse({ standardSchema: WorkOrdersView })
  @Problems('unauthenticated', 'csrf', 'role-missing', 'too-large', 'unsupported-media-type', 'invalid-request')
  async add(
    @CurrentExchange() { actor, language, request }: Exchange,
    @Query({ schema: TakeQuery }) { preview }: z.infer<typeof TakeQuery>,
  ): Promise<WorkOrdersView> {
    const { content } = await tablePartOf(request);
    return this.orders.byPerson(actor, content, { isPreview: preview === 'true', language });
  }
}
