import type { Person } from '@gongkai/casework';
import {
  PublishedReport,
  PublishedReportEnd,
  PublishedReportQuery,
  PublishedReports as PublishedReportList,
  ReportComparison,
  ReportComparisonQuery,
  ReportYear,
} from '@gongkai/contracts';
import { PublishedReports, ReportComparisons } from '@gongkai/reporting';
import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { attachment } from '../http/attachment.js';
import { TAKES_FILE } from '../http/body-type.js';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { Actor } from '../http/gate.js';
import { tablePartOf } from '../http/table-part.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

const FORM = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };
const OfYear = z.strictObject({ year: ReportYear.describe('Of this year alone').optional() });
const TemplateQuery = z.strictObject({ year: ReportYear.describe('By its format the cells are chosen') });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Annual reports that were made elsewhere: taken in, to be counted where a unit has no cases here, and to be compared with. */
@ApiTags('reports')
@NeedsOfficer()
@Controller('reports')
export class PublishedReportsController {
  constructor(
    private readonly published: PublishedReports,
    private readonly comparisons: ReportComparisons,
  ) {}

  /** What was taken in, the newest year first. */
  @Get('published')
  @ApiOperation({ operationId: 'listPublishedReports', summary: '导入的年报 · Reports that were taken in' })
  @ApiOkResponse({ standardSchema: PublishedReportList })
  @Problems('unauthenticated', 'invalid-request', 'role-missing')
  list(
    @Actor() actor: Person,
    @Query({ schema: asQuery(OfYear) }) { year }: z.infer<typeof OfYear>,
  ): Promise<PublishedReportList> {
    return this.published.list(actor, year ?? null);
  }

  /** An empty workbook with every cell of the format of a year, to be filled in by a unit without this system. */
  @Get('published/template')
  @ApiOperation({ operationId: 'getReportTemplate', summary: '年报填报模板 · A workbook to be filled in' })
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  @Problems('unauthenticated', 'invalid-request', 'role-missing', 'not-found')
  async template(
    @CurrentExchange() { actor, language }: Exchange,
    @Query({ schema: asQuery(TemplateQuery) }) { year }: z.infer<typeof TemplateQuery>,
  ): Promise<StreamableFile> {
    const { name, type, content } = await this.published.template(actor, year, language);
    return new StreamableFile(content, { type, disposition: attachment(name), length: content.length });
  }

  /** One of them, with what does not agree in it. */
  @Get('published/:id')
  @ApiOperation({ operationId: 'getPublishedReport', summary: '一份导入的年报 · One of them' })
  @ApiOkResponse({ standardSchema: PublishedReport })
  @Problems('unauthenticated', 'role-missing', 'not-found')
  find(@Actor() actor: Person, @Param('id') id: string): Promise<PublishedReport> {
    return this.published.find(actor, id);
  }

  /** Takes a report in, in the layout in which reports are given out here (XLSX, CSV, JSON); a former one of that year does not count any more. */
  @Post('published')
  @HttpCode(200)
  @RouteConfig(TAKES_FILE)
  @ApiOperation({ operationId: 'takePublishedReport', summary: '导入年报 · Take a report in' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiOkResponse({ standardSchema: PublishedReport })
  @Problems(
    ...(['unauthenticated', 'csrf', 'role-missing', 'too-large', 'unsupported-media-type', 'invalid-request'] as const),
    ...(['not-found', 'published-report-differs'] as const),
  )
  async take(
    @CurrentExchange() { actor, request }: Exchange,
    @Query({ schema: asQuery(PublishedReportQuery) }) { preview, ...asked }: PublishedReportQuery,
  ): Promise<PublishedReport> {
    const file = await tablePartOf(request);
    return preview === 'true' ? this.published.look(actor, file, asked) : this.published.take(actor, file, asked);
  }

  /** Takes one out of count, for a reason that stays with it. */
  @Post('published/:id/end')
  @HttpCode(200)
  @ApiOperation({ operationId: 'endPublishedReport', summary: '撤下导入的年报 · Take one out of count' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/PublishedReportEnd' } })
  @ApiOkResponse({ standardSchema: PublishedReport })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found', 'published-report-over')
  end(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: PublishedReportEnd }) { why }: PublishedReportEnd,
  ): Promise<PublishedReport> {
    return this.published.end(actor, id, why);
  }

  /** The report of an organ beside that of the year before, and those that were taken in. */
  @Get('comparison')
  @ApiOperation({ operationId: 'compareReports', summary: '年报对比 · Reports side by side' })
  @ApiOkResponse({ standardSchema: ReportComparison })
  @Problems('unauthenticated', 'invalid-request', 'role-missing', 'not-found')
  compare(
    @Actor() actor: Person,
    @Query({ schema: asQuery(ReportComparisonQuery) }) query: ReportComparisonQuery,
  ): Promise<ReportComparison> {
    return this.comparisons.of(actor, query);
  }
}
