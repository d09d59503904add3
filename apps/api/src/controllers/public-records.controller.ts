import { APPLICANT, RecordDoor } from '@gongkai/casework';
import { PublicRecordCorrection, RecordReceipt, RecordStanding, StandingQuery } from '@gongkai/contracts';
import { Body, Controller, Get, HttpCode, Ip, Param, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { OPEN } from '../http/gate.js';
import { IDEMPOTENCY_KEY, idempotencyOf } from '../http/preconditions.js';
import { PROOF_OF_WORK, proofIn } from '../http/proof.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

/** Where the person concerned asks for a record to be corrected (REG 41): no session. */
@ApiTags('public')
@Controller('public/record-corrections')
export class PublicRecordsController {
  constructor(private readonly door: RecordDoor) {}

  /** Takes a request, with the proof that the record is wrong. */
  @Post()
  @HttpCode(201)
  @RouteConfig(OPEN)
  @ApiOperation({ operationId: 'askForCorrection', summary: '网上申请更正 · Ask for a record to be corrected', security: [] })
  @ApiHeader(PROOF_OF_WORK)
  @ApiHeader(IDEMPOTENCY_KEY)
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/PublicRecordCorrection' } })
  @ApiCreatedResponse({ standardSchema: RecordReceipt })
  @Problems(...OF_A_BODY, 'too-many-requests', 'proof-needed', 'idempotency-key-reused')
  apply(
    @Body({ schema: PublicRecordCorrection }) body: PublicRecordCorrection,
    @Ip() address: string,
    @Req() request: FastifyRequest,
  ): Promise<RecordReceipt> {
    const idempotency = idempotencyOf(request, { id: APPLICANT }, body);
    return this.door.apply({ body, address, proof: proofIn(request), idempotency });
  }

  /** Where it stands, by the number and the query code of its receipt. */
  @Get(':number')
  @RouteConfig(OPEN)
  @ApiOperation({ operationId: 'followCorrection', summary: '查询更正申请 · Where a request to correct stands', security: [] })
  @ApiOkResponse({ standardSchema: RecordStanding })
  @Problems('invalid-request', 'application-not-found', 'too-many-attempts')
  standing(
    @Param('number') number: string,
    @Query({ schema: StandingQuery }) { code }: StandingQuery,
    @Ip() address: string,
  ): Promise<RecordStanding> {
    return this.door.standing({ number, code, address });
  }
}
