import { Enquiries } from '@gongkai/casework';
import { ApplicationStanding, StandingQuery, type Language } from '@gongkai/contracts';
import { Controller, Get, Ip, Param, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskedLanguage } from '../http/exchange.js';
import { OPEN } from '../http/gate.js';
import { Problems } from '../openapi/problems.decorator.js';

/** What anybody may ask: no session. */
@ApiTags('public')
@Controller('public')
export class PublicController {
  constructor(private readonly enquiries: Enquiries) {}

  /** Where an application stands, by the number and the query code of its receipt. */
  @Get('applications/:number')
  @RouteConfig(OPEN)
  @ApiOperation({ operationId: 'followApplication', summary: '查询办理情况 · Where an application stands', security: [] })
  @ApiOkResponse({ standardSchema: ApplicationStanding })
  @Problems('invalid-request', 'application-not-found', 'too-many-attempts')
  standing(
    @Param('number') number: string,
    @Query({ schema: StandingQuery }) { code }: StandingQuery,
    @Ip() address: string,
    @AskedLanguage() language: Language,
  ): Promise<ApplicationStanding> {
    return this.enquiries.standing({ number, code, address, language });
  }
}
