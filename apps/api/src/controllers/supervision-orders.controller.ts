import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseQueries, type Person } from '@gongkai/casework';
import { OrderFilters, OrderList } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

/** Supervision orders of the cases in sight. */
@ApiTags('dashboard')
@NeedsOfficer()
@Controller('supervision-orders')
export class SupervisionOrdersController {
  constructor(private readonly queries: CaseQueries) {}

  /** What is due first comes first; without a state all that are not closed. */
  @Get()
  @ApiOperation({
    operationId: 'listSupervisionOrders',
    summary: '督办 · Supervision orders in sight, with how many of each state',
  })
  @ApiOkResponse({ standardSchema: OrderList })
  @Problems('unauthenticated', 'invalid-request')
  list(@Actor() actor: Person, @Query({ schema: asQuery(OrderFilters) }) filters: OrderFilters): Promise<OrderList> {
    return this.queries.orders(actor, filters);
  }
}
