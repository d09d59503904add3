import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { RecordCorrections, type Person } from '@gongkai/casework';
import {
  BundleQuery,
  EnteredRecord,
  NewRecordCorrection,
  RecordCorrection,
  RecordCorrections as RecordList,
  RecordDraft,
  RecordFilters,
  RecordStep,
} from '@gongkai/contracts';
import { Bundles } from '@gongkai/filing';
import type { FastifyRequest } from 'fastify';
import { attachment } from '../http/attachment.js';
import { Actor } from '../http/gate.js';
import { IDEMPOTENCY_KEY, idempotencyOf } from '../http/preconditions.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

/** Requests to correct records about oneself (更正申请, REG 41): cases of their own; of the annual report only table C knows what is brought against them. */
@ApiTags('record corrections')
@NeedsOfficer()
@Controller('record-corrections')
export class RecordCorrectionsController {
  constructor(
    private readonly records: RecordCorrections,
    private readonly bundles: Bundles,
  ) {}

  /** Those of the organs in sight, what is late and due first coming first. */
  @Get()
  @ApiOperation({ operationId: 'listRecordCorrections', summary: '更正申请台账 · Requests to correct a record' })
  @ApiOkResponse({ standardSchema: RecordList })
  @Problems('unauthenticated', 'invalid-request', 'role-missing')
  list(@Actor() actor: Person, @Query({ schema: asQuery(RecordFilters) }) filters: RecordFilters): Promise<RecordList> {
    return this.records.list(actor, filters);
  }

  /** Enters one that came over the counter, by post or by mail. */
  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'enterRecordCorrection', summary: '登记更正申请 · Enter a request to correct a record' })
  @ApiHeader(IDEMPOTENCY_KEY)
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewRecordCorrection' } })
  @ApiCreatedResponse({ standardSchema: EnteredRecord })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'idempotency-key-reused')
  enter(
    @Actor() actor: Person,
    @Req() request: FastifyRequest,
    @Body({ schema: NewRecordCorrection }) wanted: NewRecordCorrection,
  ): Promise<EnteredRecord> {
    return this.records.enter(actor, wanted, idempotencyOf(request, actor, wanted));
  }

  /** One of them. */
  @Get(':id')
  @ApiOperation({ operationId: 'getRecordCorrection', summary: '更正申请 · A request to correct a record' })
  @ApiOkResponse({ standardSchema: RecordCorrection })
  @Problems('unauthenticated', 'role-missing', 'not-found')
  one(@Actor() actor: Person, @Param('id') id: string): Promise<RecordCorrection> {
    return this.records.one(actor, id);
  }

  /** The answer as it would go out. */
  @Post(':id/draft')
  @HttpCode(200)
  @ApiOperation({ operationId: 'draftRecordAnswer', summary: '预览更正处理告知书 · The answer, to be looked at' })
  @ApiOkResponse({ standardSchema: RecordDraft })
  @Problems('unauthenticated', 'csrf', 'role-missing', 'not-found', 'record-settled', 'invalid-request')
  draft(@Actor() actor: Person, @Param('id') id: string): Promise<RecordDraft> {
    return this.records.draft(actor, id);
  }

  /** What a court or a reconsideration organ is shown of it: the proof and the answers in one PDF, with what became of it before them. */
  @Get(':id/bundle')
  @ApiOperation({
    operationId: 'bundleRecordCorrection',
    summary: '更正申请举证材料 · The papers of a request to correct a record in one PDF',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'A PDF.', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  @Problems(
    ...(['unauthenticated', 'role-missing', 'not-found', 'invalid-request'] as const),
    ...(['bundle-incomplete', 'bundle-too-large'] as const),
  )
  async bundle(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Query({ schema: asQuery(BundleQuery) }) { anyway }: BundleQuery,
  ): Promise<StreamableFile> {
    const folder = await this.records.folder(actor, id);
    const { name, size, content } = await this.bundles.ofRecord(folder, { anyway: anyway === 'true' });
    return new StreamableFile(content, { type: 'application/pdf', disposition: attachment(name), length: size });
  }

  /** Decided, sent back, signed, sent, served; or withdrawn; and what is brought against it (REG 51). */
  @Post(':id/steps')
  @HttpCode(200)
  @ApiOperation({ operationId: 'stepRecordCorrection', summary: '办理更正申请 · Decide, sign, send, serve' })
  @ApiHeader(IDEMPOTENCY_KEY)
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/RecordStep' } })
  @ApiOkResponse({ standardSchema: RecordCorrection })
  @Problems(
    ...(['unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found'] as const),
    ...(['record-settled', 'record-changed', 'record-own-draft', 'idempotency-key-reused'] as const),
    ...(['nothing-to-challenge', 'remedy-late', 'appeal-late'] as const),
  )
  step(
    @Actor() actor: Person,
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body({ schema: RecordStep }) step: RecordStep,
  ): Promise<RecordCorrection> {
    return this.records.step(actor, id, step, idempotencyOf(request, actor, step));
  }
}
