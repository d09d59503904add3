import type { Person } from '@gongkai/casework';
import { BundleQuery, Completeness } from '@gongkai/contracts';
import { Bundles, Exports, FilingChecks } from '@gongkai/filing';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { attachment } from '../http/attachment.js';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

/** Whether a case is complete, and what is taken out of the system: for an archive, or for a court. */
@ApiTags('cases')
@NeedsOfficer()
@Controller('cases/:id')
export class ExportsController {
  constructor(
    private readonly exports: Exports,
    private readonly bundles: Bundles,
    private readonly checks: FilingChecks,
  ) {}

  /** What is missing of the case before it is filed: whether that stops it, and who can supply it (REG 45). */
  @Get('completeness')
  @ApiOperation({ operationId: 'checkCompleteness', summary: '归档前核对 · What a case still lacks' })
  @ApiOkResponse({ standardSchema: Completeness })
  @Problems('unauthenticated', 'case-not-found')
  completeness(@Actor() actor: Person, @Param('id') id: string): Promise<Completeness> {
    return this.checks.ofCase(id, actor);
  }

  /** The whole case in one archive, as a bag (BagIt, RFC 8493). Who fetches it stands in the log. */
  @Get('export')
  @ApiOperation({ operationId: 'exportCase', summary: '导出卷宗 · The whole case as a bag' })
  @ApiProduces('application/zip')
  @ApiOkResponse({
    description: 'A ZIP archive: documents, catalogue, journal, manifests and a page to begin with.',
    content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
  })
  @Problems('unauthenticated', 'case-not-found')
  async export(@Actor() actor: Person, @Param('id') id: string): Promise<StreamableFile> {
    const { name, content } = await this.exports.zipOfCase(id, actor);
    return new StreamableFile(content, { type: 'application/zip', disposition: attachment(name) });
  }

  /** All papers in one PDF, with cover, catalogue and page numbers: what is handed to a court. */
  @Get('bundle')
  @ApiOperation({ operationId: 'bundleCase', summary: '举证材料 · The papers in one PDF' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'A PDF.', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  @Problems('unauthenticated', 'case-not-found', 'invalid-request', 'bundle-incomplete', 'bundle-too-large')
  async bundle(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Query({ schema: asQuery(BundleQuery) }) { anyway }: BundleQuery,
  ): Promise<StreamableFile> {
    const { name, size, content } = await this.bundles.ofCase(id, actor, { anyway: anyway === 'true' });
    return new StreamableFile(content, { type: 'application/pdf', disposition: attachment(name), length: size });
  }
}
