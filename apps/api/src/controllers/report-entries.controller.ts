import type { Person } from '@gongkai/casework';
import { WaitingReportEntries, WaitingReportEntriesQuery } from '@gongkai/contracts';
import { ReportEntries } from '@gongkai/reporting';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

/** What was entered into annual reports, across years and scopes. */
@ApiTags('reports')
@NeedsOfficer()
@Controller('reports/entries')
export class ReportEntriesController {
  constructor(private readonly entries: ReportEntries) {}

  /** What is handed in and waits for the reader to approve it, of every year and scope of an organ. */
  @Get()
  @ApiOperation({ operationId: 'listWaitingReportEntries', summary: '待审定的年报填报 · Report entries that wait for approval' })
  @ApiOkResponse({ standardSchema: WaitingReportEntries })
  @Problems('unauthenticated', 'invalid-request', 'role-missing', 'not-found')
  waiting(
    @Actor() actor: Person,
    @Query({ schema: asQuery(WaitingReportEntriesQuery) }) query: WaitingReportEntriesQuery,
  ): Promise<WaitingReportEntries> {
    return this.entries.waiting(actor, query);
  }
}
