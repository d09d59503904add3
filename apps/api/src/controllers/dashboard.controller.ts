import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseQueries, type Person } from '@gongkai/casework';
import { DashboardFilters, DashboardView, DueDaysFilters, DueDaysView } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { asQuery } from '../openapi/zod-schemas.js';
import { Problems } from '../openapi/problems.decorator.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';

/** All open cases in sight, counted. */
@ApiTags('dashboard')
@NeedsOfficer()
@Controller()
export class DashboardController {
  constructor(private readonly queries: CaseQueries) {}

  /** By light, state, channel, unit and person, and what is due next. */
  @Get('dashboard')
  @ApiOperation({ operationId: 'getDashboard', summary: '总览 · Open cases in sight, counted' })
  @ApiOkResponse({ standardSchema: DashboardView })
  @Problems('unauthenticated', 'invalid-request')
  dashboard(
    @Actor() actor: Person,
    @Query({ schema: asQuery(DashboardFilters) }) filters: DashboardFilters,
  ): Promise<DashboardView> {
    return this.queries.dashboard(actor, filters);
  }

  /** A month, day by day: whether it counts, and what falls due. */
  @Get('due-days')
  @ApiOperation({ operationId: 'getDueDays', summary: '期限日历 · A month of days with what falls due' })
  @ApiOkResponse({ standardSchema: DueDaysView })
  @Problems('unauthenticated', 'invalid-request')
  dueDays(@Actor() actor: Person, @Query({ schema: asQuery(DueDaysFilters) }) filters: DueDaysFilters): Promise<DueDaysView> {
    return this.queries.dueDays(actor, filters);
  }
}
