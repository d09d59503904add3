import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PaceQueries, type Person } from '@gongkai/casework';
import { ForecastFilters, ForecastView, TrendFilters, TrendsView } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

/** How the work went, and how it will go. */
@ApiTags('dashboard')
@NeedsOfficer()
@Controller()
export class TrendsController {
  constructor(private readonly pace: PaceQueries) {}

  /** A period by week, by unit, and by the links in which cases waited. */
  @Get('trends')
  @ApiOperation({ operationId: 'getTrends', summary: '趋势 · How the work went in a period' })
  @ApiOkResponse({ standardSchema: TrendsView })
  @Problems('unauthenticated', 'invalid-request')
  trends(@Actor() actor: Person, @Query({ schema: asQuery(TrendFilters) }) filters: TrendFilters): Promise<TrendsView> {
    return this.pace.trends(actor, filters);
  }

  /** Open cases by the chance that they will be late, and how many that makes. */
  @Get('forecast')
  @ApiOperation({ operationId: 'getForecast', summary: '预测 · Which open cases will be late at the present pace' })
  @ApiOkResponse({ standardSchema: ForecastView })
  @Problems('unauthenticated', 'invalid-request')
  forecast(@Actor() actor: Person, @Query({ schema: asQuery(ForecastFilters) }) filters: ForecastFilters): Promise<ForecastView> {
    return this.pace.forecast(actor, filters);
  }
}
