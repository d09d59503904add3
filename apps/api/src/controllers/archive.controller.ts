import type { Person } from '@gongkai/casework';
import { ArchiveYears, DisposalList, DisposalMove, DisposalView, ExpiredCases, NewDisposal } from '@gongkai/contracts';
import { Disposals, Exports } from '@gongkai/filing';
import { Body, Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { attachment } from '../http/attachment.js';
import { Actor } from '../http/gate.js';
import { bodyOf } from '../openapi/body-of.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

const Year = z.coerce.number().int().min(1900).max(9999);
/** The archive of an organ: a year that is taken out, and what has been kept long enough. */
@ApiTags('archive')
@NeedsOfficer()
@Controller('archive')
export class ArchiveController {
  constructor(
    private readonly exports: Exports,
    private readonly disposals: Disposals,
  ) {}

  /** The years of which all cases can be taken out, with how many they are. */
  @Get('years')
  @ApiOperation({ operationId: 'listArchiveYears', summary: '可导出的年度 · Years that can be exported' })
  @ApiOkResponse({ standardSchema: ArchiveYears })
  @Problems('unauthenticated', 'role-missing')
  years(@Actor() actor: Person): Promise<ArchiveYears> {
    return this.exports.years(actor);
  }

  /** All cases that were logged in a year, and what is below the organ where it is seen, as one bag (BagIt, RFC 8493). */
  @Get('years/:year/export')
  @ApiOperation({ operationId: 'exportYear', summary: '导出一年的卷宗 · The cases of a year as a bag' })
  @ApiProduces('application/zip')
  @ApiOkResponse({
    description: 'A ZIP archive: a folder a case, manifests and a page to begin with.',
    content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
  })
  @Problems('unauthenticated', 'invalid-request', 'role-missing', 'not-found')
  async exportYear(@Actor() actor: Person, @Param('year', { schema: Year }) year: number): Promise<StreamableFile> {
    const { name, content } = await this.exports.zipOfYear(year, actor);
    return new StreamableFile(content, { type: 'application/zip', disposition: attachment(name) });
  }

  /** Filed cases whose retention has ended and that no list under way names. */
  @Get('expired')
  @ApiOperation({ operationId: 'listExpiredCases', summary: '保管期满的卷宗 · Cases that were kept long enough' })
  @ApiOkResponse({ standardSchema: ExpiredCases })
  @Problems('unauthenticated', 'role-missing')
  expired(@Actor() actor: Person): Promise<ExpiredCases> {
    return this.disposals.expired(actor);
  }

  /** What was appraised, the newest first. */
  @Get('disposals')
  @ApiOperation({ operationId: 'listDisposals', summary: '鉴定销毁清册 · Lists of what is destroyed or kept' })
  @ApiOkResponse({ standardSchema: DisposalList })
  @Problems('unauthenticated')
  lists(@Actor() actor: Person): Promise<DisposalList> {
    return this.disposals.lists(actor);
  }

  /** Says of expired cases what is destroyed, and what is kept after all; somebody else approves it. */
  @Post('disposals')
  @HttpCode(201)
  @ApiOperation({ operationId: 'drawUpDisposal', summary: '提交鉴定清册 · Draw a list up' })
  @ApiBody(bodyOf('NewDisposal'))
  @ApiCreatedResponse({ standardSchema: DisposalView })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing')
  list(@Actor() actor: Person, @Body({ schema: NewDisposal }) list: NewDisposal): Promise<DisposalView> {
    return this.disposals.list(list, actor);
  }

  /** A list with its lines: all that is known of what was destroyed. */
  @Get('disposals/:id')
  @ApiOperation({ operationId: 'getDisposal', summary: '一份清册 · A list' })
  @ApiOkResponse({ standardSchema: DisposalView })
  @Problems('unauthenticated', 'not-found')
  find(@Actor() actor: Person, @Param('id') id: string): Promise<DisposalView> {
    return this.disposals.find(id, actor);
  }

  /** Approves a list, sends it back, or destroys what it names; that cannot be undone. */
  @Post('disposals/:id/moves')
  @HttpCode(200)
  @ApiOperation({ operationId: 'moveDisposal', summary: '批准、退回或销毁 · Approve, send back or carry out' })
  @ApiBody(bodyOf('DisposalMove'))
  @ApiOkResponse({ standardSchema: DisposalView })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found', 'self-approval', 'disposal-settled', 'cases-changed')
  move(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: DisposalMove }) move: DisposalMove,
  ): Promise<DisposalView> {
    return this.disposals.move(id, move, actor);
  }
}
