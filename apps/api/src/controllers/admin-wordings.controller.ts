import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Wordings } from '@gongkai/correspondence';
import { NewWording, PaperKind, Wording, WordingDraft, WordingLook } from '@gongkai/contracts';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

/** How the papers of an organ are worded. */
@ApiTags('administration')
@NeedsOfficer()
@Controller('admin/organs/:code/wordings/:kind')
export class AdminWordingsController {
  constructor(private readonly wordings: Wordings) {}

  /** What holds today, what would hold without it, and every version. */
  @Get()
  @ApiOperation({ operationId: 'getWording', summary: '文书用语 · The wording of a paper' })
  @ApiOkResponse({ standardSchema: Wording })
  @Problems('unauthenticated', 'invalid-request', 'role-missing', 'not-found')
  of(
    @CurrentExchange() { actor }: Exchange,
    @Param('code') code: string,
    @Param('kind', { schema: PaperKind }) kind: PaperKind,
  ): Promise<Wording> {
    return this.wordings.of({ actor, code, kind });
  }

  /** What a wording lacks, and how it looks on a made-up case; nothing is kept. */
  @Post('look')
  @HttpCode(200)
  @ApiOperation({ operationId: 'lookAtWording', summary: '预览文书用语 · What a wording lacks, and how it looks' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/WordingDraft' } })
  @ApiOkResponse({ standardSchema: WordingLook })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found')
  look(
    @CurrentExchange() { actor, language }: Exchange,
    @Param('code') code: string,
    @Param('kind', { schema: PaperKind }) kind: PaperKind,
    @Body({ schema: WordingDraft }) draft: WordingDraft,
  ): Promise<WordingLook> {
    return this.wordings.look({ actor, code, kind }, draft, language);
  }

  /** A new version, from today or a later day; null goes back to what holds without one. */
  @Put()
  @ApiOperation({ operationId: 'adoptWording', summary: '启用文书用语 · A new version of a wording' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewWording' } })
  @ApiOkResponse({ standardSchema: Wording })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found')
  adopt(
    @CurrentExchange() { actor }: Exchange,
    @Param('code') code: string,
    @Param('kind', { schema: PaperKind }) kind: PaperKind,
    @Body({ schema: NewWording }) wording: NewWording,
  ): Promise<Wording> {
    return this.wordings.adopt({ actor, code, kind }, wording);
  }
}
