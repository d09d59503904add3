import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EarlierRequests, type Person } from '@gongkai/casework';
import { EarlierQuery, EarlierRequests as Found } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

/** What was asked before. Asked by POST: names belong into no log of addresses. */
@ApiTags('cases')
@NeedsOfficer()
@Controller()
export class EarlierRequestsController {
  constructor(private readonly earlier: EarlierRequests) {}

  /** Of the same applicant, and of others for the same information. Nothing is kept. */
  @Post('earlier-requests')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findEarlierRequests', summary: '历次与类似申请 · What was asked before' })
  @ApiOkResponse({ standardSchema: Found })
  @Problems('unauthenticated', ...OF_A_BODY)
  find(@Actor() actor: Person, @Body({ schema: EarlierQuery }) query: EarlierQuery): Promise<Found> {
    return this.earlier.find(actor, query);
  }

  /** Of the applicant of a case, and of others for what it asks for. */
  @Get('cases/:id/earlier-requests')
  @ApiOperation({ operationId: 'listEarlierRequests', summary: '办件的历次与类似申请 · What was asked before a case' })
  @ApiOkResponse({ standardSchema: Found })
  @Problems('unauthenticated', 'case-not-found')
  ofCase(@Actor() actor: Person, @Param('id') id: string): Promise<Found> {
    return this.earlier.ofCase(actor, id);
  }
}
