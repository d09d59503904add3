import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EarlierRequests, type Person } from '@gongkai/casework';
import { EarlierQuery, EarlierRequests as Found } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

/** What was asked before. Asked by POST: names belong into no log of addresses. */
@ApiTags('cases')
@NeedsOfficer()
@Controller('earlier-requests')
export class EarlierRequestsController {
  constructor(private readonly earlier: EarlierRequests) {}

  /** Of the same applicant, and of others for the same information. Nothing is kept. */
  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'findEarlierRequests', summary: '历次与类似申请 · What was asked before' })
  @ApiOkResponse({ standardSchema: Found })
  @Problems('unauthenticated', ...OF_A_BODY)
  find(@Actor() actor: Person, @Body({ schema: EarlierQuery }) query: EarlierQuery): Promise<Found> {
    return this.earlier.find(actor, query);
  }
}
