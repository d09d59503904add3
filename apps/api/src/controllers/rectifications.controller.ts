import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '@gongkai/casework';
import {
  NewRectification,
  Rectification,
  RectificationFilters,
  Rectifications as RectificationList,
  RectificationStep,
} from '@gongkai/contracts';
import { Rectifications } from '@gongkai/supervision';
import { Actor, FOR_ASSESSORS } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

/** What organs have to put right after an assessment (整改清单, REG 47). */
@ApiTags('assessment')
@NeedsOfficer()
@Controller()
export class RectificationsController {
  constructor(private readonly rectifications: Rectifications) {}

  /** Those in sight, what is late and due first coming first. */
  @Get('rectifications')
  @RouteConfig(FOR_ASSESSORS)
  @ApiOperation({ operationId: 'listRectifications', summary: '整改清单 · What has to be put right' })
  @ApiOkResponse({ standardSchema: RectificationList })
  @Problems('unauthenticated', 'invalid-request', 'role-missing')
  list(
    @Actor() actor: Person,
    @Query({ schema: asQuery(RectificationFilters) }) filters: RectificationFilters,
  ): Promise<RectificationList> {
    return this.rectifications.list(actor, filters);
  }

  /** Demands something of an organ whose assessment is settled. */
  @Post('assessments/:id/organs/:organ/rectifications')
  @HttpCode(201)
  @ApiOperation({ operationId: 'demandRectification', summary: '要求整改 · Demand that something is put right' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewRectification' } })
  @ApiCreatedResponse({ standardSchema: Rectification })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found', 'assessment-not-settled')
  demand(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Param('organ') organ: string,
    @Body({ schema: NewRectification }) wanted: NewRectification,
  ): Promise<Rectification> {
    return this.rectifications.demand(actor, { id, organ }, wanted);
  }

  /** The organ answers with evidence; whoever demanded it demands it again, or closes it. */
  @Post('rectifications/:id/steps')
  @HttpCode(200)
  @ApiOperation({ operationId: 'stepRectification', summary: '整改答复、再次要求、销号 · Answer, demand again, close' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/RectificationStep' } })
  @ApiOkResponse({ standardSchema: Rectification })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found', 'rectification-settled', 'rectification-changed')
  step(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: RectificationStep }) step: RectificationStep,
  ): Promise<Rectification> {
    return this.rectifications.step(actor, id, step);
  }
}
