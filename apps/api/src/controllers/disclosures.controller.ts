import { type Person } from '@gongkai/casework';
import {
  Catalogue as CataloguePage,
  CatalogueEntry,
  CatalogueQuery,
  CatalogueYear,
  CatalogueYearQuery,
  DisclosureTable,
  NewCatalogueEntry,
  NothingStatement,
  NothingYear,
  Restoration,
  Withdrawal,
} from '@gongkai/contracts';
import { Catalogue, CatalogueTables, CatalogueYears, NewEntries } from '@gongkai/publication';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { TAKES_FILE } from '../http/body-type.js';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { Actor } from '../http/gate.js';
import { tablePartOf } from '../http/table-part.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

const TakeQuery = z.strictObject({
  preview: z.enum(['true', 'false']).optional().describe('true: says what the table holds, and publishes nothing'),
  organ: z.string().min(1).max(100).optional().describe('code of an organ in sight; without it the own one'),
});
/** A catalogue of many years, each entry with its summary. */
const CATALOGUE_MEGABYTES = 50;
const FORM = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

/** The catalogue of published information, for those who keep it. */
@ApiTags('publication')
@NeedsOfficer()
@Controller('disclosures')
export class DisclosuresController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly tables: CatalogueTables,
    private readonly entries: NewEntries,
    private readonly years: CatalogueYears,
  ) {}

  /** What was published, and what was withdrawn of it; the newest first. */
  @Get()
  @ApiOperation({ operationId: 'listDisclosures', summary: '信息公开目录 · The catalogue' })
  @ApiOkResponse({ standardSchema: CataloguePage })
  @Problems('unauthenticated', 'role-missing', 'invalid-request')
  list(@Actor() actor: Person, @Query({ schema: asQuery(CatalogueQuery) }) query: CatalogueQuery): Promise<CataloguePage> {
    return this.catalogue.list(actor, query);
  }

  /** What must be public and is not, what came too late, and what of it the annual report counts. */
  @Get('year')
  @ApiOperation({ operationId: 'getCatalogueYear', summary: '主动公开全清单 · The catalogue of a year' })
  @ApiOkResponse({ standardSchema: CatalogueYear })
  @Problems('unauthenticated', 'role-missing', 'invalid-request')
  year(
    @Actor() actor: Person,
    @Query({ schema: asQuery(CatalogueYearQuery) }) query: CatalogueYearQuery,
  ): Promise<CatalogueYear> {
    return this.years.of(actor, query);
  }

  /** Says that the own organ has nothing of a kind to publish, and why: its gap is answered. */
  @Put('year/nothing/:kind')
  @ApiOperation({ operationId: 'stateNothingToPublish', summary: '说明没有此类信息 · State that there is nothing of a kind' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NothingStatement' } })
  @ApiOkResponse({ standardSchema: CatalogueYear })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'nothing-missing')
  stateNothing(
    @Actor() actor: Person,
    @Param('kind') kind: string,
    @Query({ schema: asQuery(NothingYear) }) { year }: NothingYear,
    @Body({ schema: NothingStatement }) body: NothingStatement,
  ): Promise<CatalogueYear> {
    return this.years.nothing.state(actor, { year, kind }, body);
  }

  /** Takes that back: the gap is one again. */
  @Delete('year/nothing/:kind')
  @ApiOperation({ operationId: 'takeBackNothingToPublish', summary: '取消说明 · Take such a statement back' })
  @ApiOkResponse({ standardSchema: CatalogueYear })
  @Problems('unauthenticated', 'csrf', 'invalid-request', 'role-missing', 'not-found')
  takeNothingBack(
    @Actor() actor: Person,
    @Param('kind') kind: string,
    @Query({ schema: asQuery(NothingYear) }) { year }: NothingYear,
  ): Promise<CatalogueYear> {
    return this.years.nothing.takeBack(actor, { year, kind });
  }

  /** Publishes one entry of the own organ with the address where it can be read already; one with a file is proposed. */
  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'enterDisclosure', summary: '录入一条 · Publish one entry' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewCatalogueEntry' } })
  @ApiCreatedResponse({ standardSchema: CatalogueEntry })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing')
  enter(@Actor() actor: Person, @Body({ schema: NewCatalogueEntry }) body: NewCatalogueEntry): Promise<CatalogueEntry> {
    return this.entries.enter(actor, body);
  }

  /** Publishes a table: each index number once, what has changed anew, and only rows with which nothing is wrong. */
  @Post('table')
  @HttpCode(200)
  @RouteConfig(TAKES_FILE)
  @ApiOperation({ operationId: 'addDisclosures', summary: '导入目录 · Publish a table' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiOkResponse({ standardSchema: DisclosureTable })
  @Problems('unauthenticated', 'csrf', 'role-missing', 'too-large', 'unsupported-media-type', 'invalid-request')
  async add(
    @CurrentExchange() { actor, language, request }: Exchange,
    @Query({ schema: TakeQuery }) { preview, organ }: z.infer<typeof TakeQuery>,
  ): Promise<DisclosureTable> {
    const { content: bytes } = await tablePartOf(request, CATALOGUE_MEGABYTES);
    return this.tables.byPerson(actor, { bytes, organ, isPreview: preview === 'true', language });
  }

  /** Takes one back, for a reason that everybody reads who comes for it. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  @ApiOperation({ operationId: 'withdrawDisclosure', summary: '撤下 · Withdraw one' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/Withdrawal' } })
  @ApiOkResponse({ standardSchema: CatalogueEntry })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found', 'disclosure-withdrawn')
  withdraw(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: Withdrawal }) body: Withdrawal,
  ): Promise<CatalogueEntry> {
    return this.catalogue.withdraw(actor, id, body);
  }

  /** Takes a withdrawal back, by who withdrew it, for a reason that the log keeps. */
  @Post(':id/restoration')
  @HttpCode(200)
  @ApiOperation({ operationId: 'restoreDisclosure', summary: '恢复 · Take a withdrawal back' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/Restoration' } })
  @ApiOkResponse({ standardSchema: CatalogueEntry })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found', 'disclosure-stands', 'withdrawn-by-another')
  restore(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: Restoration }) body: Restoration,
  ): Promise<CatalogueEntry> {
    return this.catalogue.restore(actor, id, body);
  }

  /** Takes the file of one away; it can still be read at its address. */
  @Delete(':id/file')
  @ApiOperation({ operationId: 'dropDisclosureFile', summary: '移除文件 · Take its file away' })
  @ApiOkResponse({ standardSchema: CatalogueEntry })
  @Problems('unauthenticated', 'csrf', 'role-missing', 'not-found', 'invalid-request', 'disclosure-reviewed')
  dropFile(@Actor() actor: Person, @Param('id') id: string): Promise<CatalogueEntry> {
    return this.catalogue.dropFile(actor, id);
  }
}
