import type { Person } from '@gongkai/casework';
import { AnnualReport, AnnualReportQuery, ReportedCases, ReportedCasesQuery, ReportYear } from '@gongkai/contracts';
import { AnnualReports } from '@gongkai/reporting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

/** The annual report on open government information (REG 49–50). */
@ApiTags('reports')
@NeedsOfficer()
@Controller('reports/annual/:year')
export class AnnualReportsController {
  constructor(private readonly reports: AnnualReports) {}

  /** Its tables, what has to agree with what, and what it is rolled up from. */
  @Get()
  @ApiOperation({ operationId: 'getAnnualReport', summary: '年度报告 · The annual report' })
  @ApiOkResponse({ standardSchema: AnnualReport })
  @Problems('unauthenticated', 'invalid-request', 'role-missing', 'not-found')
  report(
    @Actor() actor: Person,
    @Param('year', { schema: ReportYear }) year: number,
    @Query({ schema: asQuery(AnnualReportQuery) }) query: AnnualReportQuery,
  ): Promise<AnnualReport> {
    return this.reports.of(actor, year, query);
  }

  /** The cases that a cell counts: as many as its number says. */
  @Get('cells/:cell/cases')
  @ApiOperation({ operationId: 'listReportedCases', summary: '本格办件 · The cases behind a number' })
  @ApiOkResponse({ standardSchema: ReportedCases })
  @Problems('unauthenticated', 'invalid-request', 'role-missing', 'not-found')
  cases(
    @Actor() actor: Person,
    @Param('year', { schema: ReportYear }) year: number,
    @Param('cell') cell: string,
    @Query({ schema: asQuery(ReportedCasesQuery) }) query: ReportedCasesQuery,
  ): Promise<ReportedCases> {
    return this.reports.cases(actor, year, { ...query, cell });
  }
}
