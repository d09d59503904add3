import type { Person } from '@gongkai/casework';
import { Press } from '@gongkai/correspondence';
import {
  AnnualReport,
  AnnualReportQuery,
  Freeze,
  ReportEntry,
  ReportEntryChange,
  ReportEntryStep,
  ReportedCases,
  ReportedCasesQuery,
  ReportName,
  ReportPeriodQuery,
  ReportPublication,
  ReportYear,
  type Language,
  type ReportForm,
} from '@gongkai/contracts';
import { AnnualReports, fileOf, paperOf, ReportEntries, ReportPublications, type ReportFile } from '@gongkai/reporting';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { attachment } from '../http/attachment.js';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The annual report on open government information (REG 49–50). */
@ApiTags('reports')
@NeedsOfficer()
@Controller('reports/annual/:year')
export class AnnualReportsController {
  constructor(
    private readonly reports: AnnualReports,
    private readonly entries: ReportEntries,
    private readonly publications: ReportPublications,
    private readonly press: Press,
  ) {}

  /** Its tables, what has to agree with what, and what it is rolled up from; with an ending, as a file in the layout of the format. */
  @Get()
  @ApiOperation({ operationId: 'getAnnualReport', summary: '年度报告 · The annual report' })
  @ApiOkResponse({ standardSchema: AnnualReport })
  @Problems('unauthenticated', 'invalid-request', 'role-missing', 'not-found')
  async report(
    @CurrentExchange() { actor, language }: Exchange,
    @Param('year', { schema: ReportName }) name: string,
    @Query({ schema: asQuery(ReportPeriodQuery) }) query: ReportPeriodQuery,
  ): Promise<AnnualReport | StreamableFile> {
    const [year, form] = name.split('.');
    const report = await this.reports.of(actor, Number(year), query);
    if (form === undefined) return report;
    // What is not the frozen report is no file of it either.
    const told = query.current === 'true' ? { ...report, frozen: null } : report;
    const { name: called, type, content } = await this.#fileOf(form as ReportForm, told, language);
    return new StreamableFile(content, { type, disposition: attachment(called), length: content.length });
  }

  /** Puts it down for good, with the cases behind each cell. */
  @Post('freeze')
  @HttpCode(200)
  @ApiOperation({ operationId: 'freezeAnnualReport', summary: '冻结年报 · Freeze the report' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/Freeze' } })
  @ApiOkResponse({ standardSchema: AnnualReport })
  @Problems(
    ...(['unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found'] as const),
    ...(['report-frozen', 'report-year-open', 'report-not-approved', 'report-differs', 'report-changed'] as const),
  )
  freeze(
    @Actor() actor: Person,
    @Param('year', { schema: ReportYear }) year: number,
    @Query({ schema: asQuery(AnnualReportQuery) }) query: AnnualReportQuery,
    @Body({ schema: Freeze }) body: Freeze,
  ): Promise<AnnualReport> {
    return this.reports.freeze(actor, year, { ...query, ...body });
  }

  /** By when it has to be public, and whether it is. */
  @Get('publication')
  @ApiOperation({ operationId: 'getReportPublication', summary: '年报公布情况 · Where its publication stands' })
  @ApiOkResponse({ standardSchema: ReportPublication })
  @Problems('unauthenticated', 'invalid-request', 'role-missing', 'not-found')
  publication(
    @Actor() actor: Person,
    @Param('year', { schema: ReportYear }) year: number,
    @Query({ schema: asQuery(AnnualReportQuery) }) query: AnnualReportQuery,
  ): Promise<ReportPublication> {
    return this.publications.of(actor, year, query);
  }

  /** Publishes the frozen report: an entry of the catalogue with its PDF, for everybody to read. */
  @Post('publication')
  @HttpCode(200)
  @ApiOperation({ operationId: 'publishAnnualReport', summary: '公布年报 · Publish the report' })
  @ApiOkResponse({ standardSchema: ReportPublication })
  @Problems(
    ...(['unauthenticated', 'csrf', 'invalid-request', 'role-missing', 'not-found'] as const),
    ...(['report-not-frozen', 'report-published'] as const),
  )
  publish(
    @Actor() actor: Person,
    @Param('year', { schema: ReportYear }) year: number,
    @Query({ schema: asQuery(AnnualReportQuery) }) query: AnnualReportQuery,
  ): Promise<ReportPublication> {
    return this.publications.publish(actor, year, query);
  }

  /** What people enter: table A, the narrative sections, and what was said about them. */
  @Get('entry')
  @ApiOperation({ operationId: 'getReportEntry', summary: '填报内容 · What is entered into the report' })
  @ApiOkResponse({ standardSchema: ReportEntry })
  @Problems('unauthenticated', 'invalid-request', 'role-missing', 'not-found')
  entry(
    @Actor() actor: Person,
    @Param('year', { schema: ReportYear }) year: number,
    @Query({ schema: asQuery(AnnualReportQuery) }) query: AnnualReportQuery,
  ): Promise<ReportEntry> {
    return this.entries.of(actor, { ...query, year });
  }

  /** Keeps it in place of what was there, complete or not. */
  @Put('entry')
  @ApiOperation({ operationId: 'saveReportEntry', summary: '保存填报内容 · Save what is entered' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/ReportEntryChange' } })
  @ApiOkResponse({ standardSchema: ReportEntry })
  @Problems(
    ...(['unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found'] as const),
    ...(['report-frozen', 'report-entry-settled', 'report-entry-changed'] as const),
  )
  saveEntry(
    @Actor() actor: Person,
    @Param('year', { schema: ReportYear }) year: number,
    @Query({ schema: asQuery(AnnualReportQuery) }) query: AnnualReportQuery,
    @Body({ schema: ReportEntryChange }) body: ReportEntryChange,
  ): Promise<ReportEntry> {
    return this.entries.save(actor, { ...query, year }, body);
  }

  /** Hands it in, approves it, gives it back, or says something about it. */
  @Post('entry/steps')
  @HttpCode(200)
  @ApiOperation({ operationId: 'takeReportEntryOn', summary: '提交、审定、退回、批注 · Hand in, approve, give back, comment' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/ReportEntryStep' } })
  @ApiOkResponse({ standardSchema: ReportEntry })
  @Problems(
    ...(['unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found'] as const),
    ...(['report-frozen', 'report-entry-settled', 'report-entry-changed', 'report-entry-lacks', 'report-entry-own'] as const),
  )
  stepEntry(
    @Actor() actor: Person,
    @Param('year', { schema: ReportYear }) year: number,
    @Query({ schema: asQuery(AnnualReportQuery) }) query: AnnualReportQuery,
    @Body({ schema: ReportEntryStep }) body: ReportEntryStep,
  ): Promise<ReportEntry> {
    return this.entries.step(actor, { ...query, year }, body);
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

  async #fileOf(form: ReportForm, report: AnnualReport, language: Language): Promise<ReportFile> {
    if (form !== 'pdf' && form !== 'docx') return fileOf(form, report, language);
    const paper = paperOf(report, language);
    const [pdf, docx] = await this.press.print(paper);
    return { name: `${paper.title}.${form}`, type: TYPES[form], content: form === 'pdf' ? pdf : docx };
  }
}
