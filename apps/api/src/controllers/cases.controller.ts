import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseDesk, CaseQueries, IncomingDesk, type Person } from '@gongkai/casework';
import {
  AnswersByLink,
  CaseAgents,
  CaseCount,
  CaseCountFilters,
  CaseFilters,
  CaseList,
  CaseView,
  NewApplication,
  PersonList,
  RelatedCases,
} from '@gongkai/contracts';
import { z } from 'zod';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { Actor, FOR_INTAKE } from '../http/gate.js';
import { etagOf, IDEMPOTENCY_KEY, idempotencyOf } from '../http/preconditions.js';
import { asQuery } from '../openapi/zod-schemas.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';

const ETAG = { ETag: { description: 'The version of the case.', schema: { type: 'string' as const } } };

const OpeningQuery = z.strictObject({
  incoming: z.string().max(100).optional().describe('The letter of the inbox that is logged: it is settled with the case'),
});
const ListQuery = asQuery(CaseFilters);
const CountQuery = asQuery(CaseCountFilters);

/** Cases: opened, listed, read. */
@ApiTags('cases')
@NeedsOfficer()
@Controller('cases')
export class CasesController {
  constructor(
    private readonly desk: CaseDesk,
    private readonly queries: CaseQueries,
    private readonly incoming: IncomingDesk,
  ) {}

  /** Logs an application, which opens a case. */
  @Post()
  @HttpCode(201)
  @RouteConfig(FOR_INTAKE)
  @ApiOperation({ operationId: 'openCase', summary: '登记申请 · Log an application' })
  @ApiHeader(IDEMPOTENCY_KEY)
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewApplication' } })
  @ApiCreatedResponse({
    standardSchema: CaseView,
    headers: { ...ETAG, Location: { description: 'Where the case is.', schema: { type: 'string' } } },
  })
  @Problems(
    'unauthenticated',
    ...OF_A_BODY,
    'role-missing',
    'not-found',
    'incoming-held',
    'incoming-settled',
    'idempotency-key-reused',
  )
  async open(
    @CurrentExchange() { actor, language, request, reply }: Exchange,
    @Query({ schema: OpeningQuery }) { incoming }: z.infer<typeof OpeningQuery>,
    @Body({ schema: NewApplication }) body: NewApplication,
  ): Promise<CaseView> {
    const idempotency = idempotencyOf(request, actor, body);
    const letter = incoming === undefined ? undefined : this.incoming.opening(actor, incoming);
    const { status, view } = await this.desk.open({ id: randomUUID(), actor, body, language, idempotency }, letter);
    reply.code(status).headers({ location: `/api/v1/cases/${view.id}`, etag: etagOf(view) });
    return view;
  }

  /** One page of the cases in sight. */
  @Get()
  @ApiOperation({ operationId: 'listCases', summary: '办件列表 · Cases in sight' })
  @ApiOkResponse({ standardSchema: CaseList })
  @Problems('unauthenticated', 'invalid-request')
  list(@Actor() actor: Person, @Query({ schema: ListQuery }) filters: CaseFilters): Promise<CaseList> {
    return this.queries.list(actor, filters);
  }

  /** How many there are. */
  @Get('count')
  @ApiOperation({ operationId: 'countCases', summary: '件数 · How many cases a list has' })
  @ApiOkResponse({ standardSchema: CaseCount })
  @Problems('unauthenticated', 'invalid-request')
  count(@Actor() actor: Person, @Query({ schema: CountQuery }) filters: CaseCountFilters): Promise<CaseCount> {
    return this.queries.count(actor, filters);
  }

  /** A case with everything needed to take the next step. */
  @Get(':id')
  @ApiOperation({ operationId: 'getCase', summary: '办件 · A case' })
  @ApiOkResponse({ standardSchema: CaseView, headers: ETAG })
  @Problems('unauthenticated', 'case-not-found')
  async view(@CurrentExchange() { actor, language, reply }: Exchange, @Param('id') id: string): Promise<CaseView> {
    const view = await this.queries.view(actor, id, language);
    reply.header('etag', etagOf(view));
    return view;
  }

  /** The open cases of the same organ and applicant. */
  @Get(':id/mergeable')
  @ApiOperation({ operationId: 'listMergeable', summary: '可并入的办件 · Cases it can be merged into' })
  @ApiOkResponse({ standardSchema: CaseList })
  @Problems('unauthenticated', 'case-not-found')
  mergeable(@Actor() actor: Person, @Param('id') id: string): Promise<CaseList> {
    return this.queries.mergeable(actor, id);
  }

  /** Who acted for the applicant, oldest first. */
  @Get(':id/agents')
  @ApiOperation({ operationId: 'listAgents', summary: '历任代理人 · Who acted for the applicant' })
  @ApiOkResponse({ standardSchema: CaseAgents })
  @Problems('unauthenticated', 'case-not-found')
  agents(@Actor() actor: Person, @Param('id') id: string): Promise<CaseAgents> {
    return this.queries.agents(actor, id);
  }

  /** Who may see it, and so can be told of it in a note. */
  @Get(':id/people')
  @ApiOperation({ operationId: 'listPeopleOfCase', summary: '可见此件的人员 · Who may see the case' })
  @ApiOkResponse({ standardSchema: PersonList })
  @Problems('unauthenticated', 'case-not-found')
  async people(@Actor() actor: Person, @Param('id') id: string): Promise<PersonList> {
    return { items: [...(await this.queries.people(actor, id))] };
  }

  /** Merged, split or linked. */
  @Get(':id/related')
  @ApiOperation({ operationId: 'listRelated', summary: '关联办件 · Cases that belong together with it' })
  @ApiOkResponse({ standardSchema: RelatedCases })
  @Problems('unauthenticated', 'case-not-found')
  related(@Actor() actor: Person, @Param('id') id: string): Promise<RelatedCases> {
    return this.queries.related(actor, id);
  }

  /** What was answered by the links on its answer forms. */
  @Get(':id/answers')
  @ApiOperation({ operationId: 'listAnswersByLink', summary: '网上答复的意见 · Answers that came by link' })
  @ApiOkResponse({ standardSchema: AnswersByLink })
  @Problems('unauthenticated', 'case-not-found')
  answers(@Actor() actor: Person, @Param('id') id: string): Promise<AnswersByLink> {
    return this.queries.answersByLink(actor, id);
  }
}
