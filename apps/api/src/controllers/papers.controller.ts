import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Papers } from '@gongkai/correspondence';
import { Command, DrawnPaper, LAW_CODES, PaperRequest } from '@gongkai/contracts';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';

/** Papers drawn to be looked at: each as PDF and as DOCX, kept for a day. Nothing of the case changes. */
@ApiTags('cases')
@NeedsOfficer()
@Controller('cases/:id/papers')
export class PapersController {
  constructor(private readonly papers: Papers) {}

  /** A paper that the case can be told by as it stands. */
  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'drawPaper', summary: '制作文书 · Draw a paper of the case' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/PaperRequest' } })
  @ApiOkResponse({ standardSchema: DrawnPaper })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'case-not-found')
  draw(
    @CurrentExchange() { actor, language }: Exchange,
    @Param('id') caseId: string,
    @Body({ schema: PaperRequest }) request: PaperRequest,
  ): Promise<DrawnPaper> {
    return this.papers.of(request, { actor, caseId, language });
  }

  /** What would go out with a step, with the number that comes next. */
  @Post('draft')
  @HttpCode(200)
  @ApiOperation({ operationId: 'draftPaper', summary: '预览文书 · Draw what would go out with a step' })
  @ApiOkResponse({ standardSchema: DrawnPaper })
  @Problems('unauthenticated', ...OF_A_BODY, 'case-not-found', 'role-missing', 'step-not-permitted', ...LAW_CODES)
  draft(
    @CurrentExchange() { actor, language }: Exchange,
    @Param('id') caseId: string,
    @Body({ schema: Command }) command: Command,
  ): Promise<DrawnPaper> {
    return this.papers.draft(command, { actor, caseId, language });
  }
}
