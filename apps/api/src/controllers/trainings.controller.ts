import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '@gongkai/casework';
import {
  NewTraining,
  Training,
  TrainingCorrection,
  TrainingFilters,
  TrainingRemoval,
  Trainings as TrainingList,
} from '@gongkai/contracts';
import { Trainings } from '@gongkai/supervision';
import { Actor, FOR_ASSESSORS } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

const CHANGE = ['unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found', 'training-removed', 'training-changed'] as const;

/** The register of trainings held (REG 48). */
@ApiTags('assessment')
@NeedsOfficer()
@Controller('trainings')
export class TrainingsController {
  constructor(private readonly trainings: Trainings) {}

  /** Those of the organs in sight, and those in which the own organ took part, the latest first. */
  @Get()
  @RouteConfig(FOR_ASSESSORS)
  @ApiOperation({ operationId: 'listTrainings', summary: '培训台账 · Trainings held' })
  @ApiOkResponse({ standardSchema: TrainingList })
  @Problems('unauthenticated', 'invalid-request', 'role-missing')
  list(@Actor() actor: Person, @Query({ schema: asQuery(TrainingFilters) }) filters: TrainingFilters): Promise<TrainingList> {
    return this.trainings.list(actor, filters);
  }

  /** Enters one that the own organ held. */
  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'addTraining', summary: '登记培训 · Enter a training' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewTraining' } })
  @ApiCreatedResponse({ standardSchema: Training })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing')
  add(@Actor() actor: Person, @Body({ schema: NewTraining }) training: NewTraining): Promise<Training> {
    return this.trainings.add(actor, training);
  }

  /** Puts one right; what stood there stays on record, with the reason. */
  @Put(':id')
  @ApiOperation({ operationId: 'correctTraining', summary: '更正培训 · Put a training right' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/TrainingCorrection' } })
  @ApiOkResponse({ standardSchema: Training })
  @Problems(...CHANGE)
  correct(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: TrainingCorrection }) correction: TrainingCorrection,
  ): Promise<Training> {
    return this.trainings.correct(actor, id, correction);
  }

  /** Takes one out of count; it stays on record, with the reason. */
  @Post(':id/removal')
  @HttpCode(200)
  @ApiOperation({ operationId: 'removeTraining', summary: '删除培训 · Take a training out of count' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/TrainingRemoval' } })
  @ApiOkResponse({ standardSchema: Training })
  @Problems(...CHANGE)
  remove(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: TrainingRemoval }) removal: TrainingRemoval,
  ): Promise<Training> {
    return this.trainings.remove(actor, id, removal);
  }
}
