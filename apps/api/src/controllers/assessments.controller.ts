import { Body, Controller, Get, HttpCode, Param, Post, Put, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Person } from '@gongkai/casework';
import {
  AssessedCases,
  Assessment,
  AssessmentEntry,
  AssessmentOfOrgan,
  Assessments as AssessmentList,
  AssessmentStep,
  NewAssessment,
} from '@gongkai/contracts';
import { Assessments, EvidenceFiles } from '@gongkai/supervision';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { Actor, FOR_ASSESSORS } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { INERT } from './files.controller.js';

const READ = ['unauthenticated', 'role-missing', 'not-found'] as const;
const WRITE = [...READ, ...OF_A_BODY, 'assessment-settled', 'assessment-changed'] as const;

/** Assessments of organs by the scheme of the configuration (REG 46). */
@ApiTags('assessment')
@NeedsOfficer()
@Controller('assessments')
export class AssessmentsController {
  constructor(
    private readonly assessments: Assessments,
    private readonly evidence: EvidenceFiles,
  ) {}

  /** Those in sight, and those in which an organ in sight was told, the latest first. */
  @Get()
  @RouteConfig(FOR_ASSESSORS)
  @ApiOperation({ operationId: 'listAssessments', summary: '考核 · Assessments' })
  @ApiOkResponse({ standardSchema: AssessmentList })
  @Problems('unauthenticated', 'role-missing')
  list(@Actor() actor: Person): Promise<AssessmentList> {
    return this.assessments.list(actor);
  }

  /** Begins one of the organs right below the own one. */
  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'beginAssessment', summary: '开始考核 · Begin an assessment' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewAssessment' } })
  @ApiCreatedResponse({ standardSchema: Assessment })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'assessment-exists')
  begin(@Actor() actor: Person, @Body({ schema: NewAssessment }) wanted: NewAssessment): Promise<Assessment> {
    return this.assessments.begin(actor, wanted);
  }

  /** The league table. */
  @Get(':id')
  @RouteConfig(FOR_ASSESSORS)
  @ApiOperation({ operationId: 'getAssessment', summary: '考核排名 · The league table of an assessment' })
  @ApiOkResponse({ standardSchema: Assessment })
  @Problems(...READ)
  find(@Actor() actor: Person, @Param('id') id: string): Promise<Assessment> {
    return this.assessments.of(actor, id);
  }

  /** What one organ got, and what was done to it. */
  @Get(':id/organs/:organ')
  @RouteConfig(FOR_ASSESSORS)
  @ApiOperation({ operationId: 'getAssessmentOfOrgan', summary: '一个单位的考核 · The assessment of one organ' })
  @ApiOkResponse({ standardSchema: AssessmentOfOrgan })
  @Problems(...READ)
  organ(@Actor() actor: Person, @Param('id') id: string, @Param('organ') organ: string): Promise<AssessmentOfOrgan> {
    return this.assessments.organ(actor, { id, organ });
  }

  /** What an assessor entered, all of it. */
  @Put(':id/organs/:organ')
  @RouteConfig(FOR_ASSESSORS)
  @ApiOperation({ operationId: 'enterAssessment', summary: '评定 · Enter what was judged' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/AssessmentEntry' } })
  @ApiOkResponse({ standardSchema: AssessmentOfOrgan })
  @Problems(...WRITE)
  enter(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Param('organ') organ: string,
    @Body({ schema: AssessmentEntry }) entry: AssessmentEntry,
  ): Promise<AssessmentOfOrgan> {
    return this.assessments.enter(actor, { id, organ }, entry);
  }

  /** Tells it to the organ, notes its objection, takes it back, or settles it. */
  @Post(':id/organs/:organ/steps')
  @HttpCode(200)
  @ApiOperation({ operationId: 'stepAssessment', summary: '告知、异议、退回、定稿 · Tell, object, reopen, settle' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/AssessmentStep' } })
  @ApiOkResponse({ standardSchema: AssessmentOfOrgan })
  @Problems(...WRITE, 'assessment-open', 'assessment-lacks', 'assessment-own')
  step(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Param('organ') organ: string,
    @Body({ schema: AssessmentStep }) step: AssessmentStep,
  ): Promise<AssessmentOfOrgan> {
    return this.assessments.step(actor, { id, organ }, step);
  }

  /** The cases that a figure counts: numbers and days alone. */
  @Get(':id/organs/:organ/indicators/:indicator/cases')
  @RouteConfig(FOR_ASSESSORS)
  @ApiOperation({ operationId: 'listAssessedCases', summary: '指标所计办件 · The cases that a figure counts' })
  @ApiOkResponse({ standardSchema: AssessedCases })
  @Problems(...READ)
  cases(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Param('organ') organ: string,
    @Param('indicator') indicator: string,
  ): Promise<AssessedCases> {
    return this.assessments.cases(actor, { id, organ }, indicator);
  }

  /** Evidence that this assessment, or an answer to what was demanded after it, names. */
  @Get(':id/files/:file')
  @RouteConfig(FOR_ASSESSORS)
  @ApiOperation({ operationId: 'getEvidence', summary: '佐证材料 · Fetch evidence' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The content.', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  @Problems(...READ, 'file-altered')
  async file(
    @CurrentExchange() { actor, reply }: Exchange,
    @Param('id') id: string,
    @Param('file') file: string,
  ): Promise<StreamableFile> {
    const { view, content } = await this.evidence.open(actor, id, file);
    reply.headers({ 'content-security-policy': INERT, etag: `"${view.id}"` });
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(view.name)}`;
    return new StreamableFile(content, { type: view.mime, disposition, length: view.size });
  }
}
