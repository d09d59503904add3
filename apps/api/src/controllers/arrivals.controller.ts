import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Arrivals, type Person } from '@gongkai/casework';
import { ArrivalList, ArrivalOutlook, OutlookRequest, PageQuery } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

const Page = asQuery(PageQuery);

/** What has arrived: what it would mean, and what waits for the applicant's word. */
@ApiTags('arrivals')
@NeedsOfficer()
@Controller('arrivals')
export class ArrivalsController {
  constructor(private readonly arrivals: Arrivals) {}

  /** Applications of the own organ whose date of receipt is not settled. */
  @Get()
  @ApiOperation({ operationId: 'listArrivals', summary: '待确认来件 · Arrivals to be confirmed' })
  @ApiOkResponse({ standardSchema: ArrivalList })
  @Problems('unauthenticated', 'invalid-request')
  list(@Actor() actor: Person, @Query({ schema: Page }) page: PageQuery): Promise<ArrivalList> {
    return this.arrivals.unconfirmed(actor, page);
  }

  /** What an arrival would mean if it were logged today: dates, light, and whether it comes late. */
  @Post('outlook')
  @HttpCode(200)
  @ApiOperation({ operationId: 'outlookOf', summary: '登记前看期限 · What an arrival would mean' })
  @ApiOkResponse({ standardSchema: ArrivalOutlook })
  @Problems('unauthenticated', ...OF_A_BODY)
  outlook(@Actor() actor: Person, @Body({ schema: OutlookRequest }) request: OutlookRequest): ArrivalOutlook {
    return this.arrivals.outlook(actor, request);
  }
}
