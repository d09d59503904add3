import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IncomingDesk, type Person } from '@gongkai/casework';
import { IncomingAct, IncomingList, IncomingQuery, IncomingView, IncomingWaiting, NewIncoming } from '@gongkai/contracts';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { Actor, FOR_INTAKE } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

const ListQuery = asQuery(IncomingQuery);

/** The inbox: what came in, until somebody has said what it is. */
@ApiTags('incoming')
@NeedsOfficer()
@Controller('incoming')
export class IncomingController {
  constructor(private readonly desk: IncomingDesk) {}

  /** What waits in the own organ, or what became of the rest. */
  @Get()
  @ApiOperation({ operationId: 'listIncoming', summary: '来件 · What came in' })
  @ApiOkResponse({ standardSchema: IncomingList })
  @Problems('unauthenticated', 'invalid-request', 'role-missing')
  list(@Actor() actor: Person, @Query({ schema: ListQuery }) query: IncomingQuery): Promise<IncomingList> {
    return this.desk.list(actor, query);
  }

  /** A fax gateway, the hotline, or a clerk with a scan hands something in. The same key twice is one. */
  @Post()
  @HttpCode(201)
  @RouteConfig(FOR_INTAKE)
  @ApiOperation({ operationId: 'addIncoming', summary: '收入来件 · Hand something in' })
  @ApiCreatedResponse({ standardSchema: IncomingView })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing')
  add(@Actor() actor: Person, @Body({ schema: NewIncoming }) body: NewIncoming): Promise<IncomingView> {
    return this.desk.add(actor, body);
  }

  /** How much waits in the own organ, and when the last of it came in. */
  @Get('waiting')
  @ApiOperation({ operationId: 'countIncoming', summary: '待处理来件数 · How much waits' })
  @ApiOkResponse({ standardSchema: IncomingWaiting })
  @Problems('unauthenticated', 'role-missing')
  waiting(@Actor() actor: Person): Promise<IncomingWaiting> {
    return this.desk.waiting(actor);
  }

  /** One of them, with its text, files and history. */
  @Get(':id')
  @ApiOperation({ operationId: 'readIncoming', summary: '一份来件 · One of them' })
  @ApiOkResponse({ standardSchema: IncomingView })
  @Problems('unauthenticated', 'role-missing', 'not-found')
  view(@Actor() actor: Person, @Param('id') id: string): Promise<IncomingView> {
    return this.desk.view(actor, id);
  }

  /** Claims it, puts it to a case, says that it is no application; or takes that back. */
  @Post(':id/acts')
  @HttpCode(200)
  @ApiOperation({ operationId: 'actOnIncoming', summary: '处理来件 · Say what it is, or take that back' })
  @ApiOkResponse({ standardSchema: IncomingView })
  @Problems(
    'unauthenticated',
    ...OF_A_BODY,
    'role-missing',
    'not-found',
    'case-not-found',
    'incoming-held',
    'incoming-settled',
    'incoming-waiting',
    'incoming-case-stands',
  )
  act(
    @CurrentExchange() { actor, language }: Exchange,
    @Param('id') id: string,
    @Body({ schema: IncomingAct }) act: IncomingAct,
  ): Promise<IncomingView> {
    return this.desk.act(actor, id, act, language);
  }
}
