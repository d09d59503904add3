import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseQueries, type Person } from '@gongkai/casework';
import { DashboardView } from '@gongkai/contracts';
import { z } from 'zod';
import { Actor } from '../http/gate.js';
import { Problems } from '../openapi/problems.decorator.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';

const DashboardQuery = z.strictObject({
  organ: z.string().max(200).optional().describe('Code or id: that organ and what is below it.'),
});

/** All open cases in sight, counted. */
@ApiTags('dashboard')
@NeedsOfficer()
@Controller('dashboard')
export class DashboardController {
  constructor(private readonly queries: CaseQueries) {}

  /** By light, state, channel, unit and person, and what is due next. */
  @Get()
  @ApiOperation({ operationId: 'getDashboard', summary: '总览 · Open cases in sight, counted' })
  @ApiOkResponse({ standardSchema: DashboardView })
  @Problems('unauthenticated', 'invalid-request')
  dashboard(
    @Actor() actor: Person,
    @Query({ schema: DashboardQuery }) { organ }: z.infer<typeof DashboardQuery>,
  ): Promise<DashboardView> {
    return this.queries.dashboard(actor, organ);
  }
}
