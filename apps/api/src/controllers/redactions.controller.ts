import { Body, Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Person } from '@gongkai/casework';
import {
  FoundWords,
  NewRedaction,
  PageNumber,
  RedactionList,
  RedactionMarks,
  RedactionMove,
  RedactionsToCheck,
  RedactionView,
  WordsToFind,
} from '@gongkai/contracts';
import { Redactions } from '@gongkai/redaction';
import { Actor } from '../http/gate.js';
import { bodyOf } from '../openapi/body-of.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

const PICTURE = { schema: { type: 'string', format: 'binary' } };
/** Files of which parts are withheld: what is marked, who has checked it, and the file that is made of what is left. */
@ApiTags('redactions')
@NeedsOfficer()
@Controller()
export class RedactionsController {
  constructor(private readonly redactions: Redactions) {}

  /** Those of a case, the oldest first. */
  @Get('cases/:id/redactions')
  @ApiOperation({ operationId: 'listRedactions', summary: '遮盖处理列表 · Redactions of a case' })
  @ApiOkResponse({ standardSchema: RedactionList })
  @Problems('unauthenticated', 'case-not-found')
  list(@Actor() actor: Person, @Param('id') id: string): Promise<RedactionList> {
    return this.redactions.list(id, actor);
  }

  /** Begins with a PDF, a scan or a picture of the organ; its pages are drawn to be marked. */
  @Post('cases/:id/redactions')
  @HttpCode(201)
  @ApiOperation({ operationId: 'beginRedaction', summary: '开始遮盖 · Begin to redact a file' })
  @ApiBody(bodyOf('NewRedaction'))
  @ApiCreatedResponse({ standardSchema: RedactionView })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'case-not-found')
  begin(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: NewRedaction }) { fileId }: NewRedaction,
  ): Promise<RedactionView> {
    return this.redactions.begin(id, fileId, actor);
  }

  /** Those that wait for a second person: whoever can be it finds them here. */
  @Get('redactions')
  @ApiOperation({ operationId: 'listRedactionsToCheck', summary: '待复核的遮盖 · Redactions that wait for a second person' })
  @ApiOkResponse({ standardSchema: RedactionsToCheck })
  @Problems('unauthenticated')
  toCheck(@Actor() actor: Person): Promise<RedactionsToCheck> {
    return this.redactions.toCheck(actor);
  }

  /** How far it is, what is marked, what the reader may do. */
  @Get('redactions/:id')
  @ApiOperation({ operationId: 'getRedaction', summary: '遮盖处理 · A redaction' })
  @ApiOkResponse({ standardSchema: RedactionView })
  @Problems('unauthenticated', 'not-found')
  find(@Actor() actor: Person, @Param('id') id: string): Promise<RedactionView> {
    return this.redactions.find(id, actor);
  }

  /** A page of the source, as it is marked. */
  @Get('redactions/:id/pages/:number')
  @ApiOperation({ operationId: 'getRedactionPage', summary: '待遮盖的一页 · A page to be marked' })
  @ApiProduces('image/webp')
  @ApiOkResponse({ description: 'The picture.', content: { 'image/webp': PICTURE } })
  @Problems('unauthenticated', 'invalid-request', 'not-found')
  async picture(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Param('number', { schema: PageNumber }) number: number,
  ): Promise<StreamableFile> {
    const { content, size, mime } = await this.redactions.picture(id, number, actor);
    return new StreamableFile(content, { type: mime, length: size });
  }

  /** Every place where words stand, wide or narrow, over the end of a line too. Nothing is marked by it. */
  @Post('redactions/:id/find')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findRedactionWords', summary: '查找文字 · Find words on all pages' })
  @ApiBody(bodyOf('WordsToFind'))
  @ApiOkResponse({ standardSchema: FoundWords })
  @Problems('unauthenticated', ...OF_A_BODY, 'not-found', 'redaction-opening')
  findWords(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: WordsToFind }) { words }: WordsToFind,
  ): Promise<FoundWords> {
    return this.redactions.findWords(id, words, actor);
  }

  /** Keeps all marks in place of those before, each with its ground and article. */
  @Post('redactions/:id/marks')
  @HttpCode(200)
  @ApiOperation({ operationId: 'markRedaction', summary: '保存遮盖标记 · Keep the marks' })
  @ApiBody(bodyOf('RedactionMarks'))
  @ApiOkResponse({ standardSchema: RedactionView })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found', 'redaction-settled', 'redaction-changed')
  mark(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: RedactionMarks }) marks: RedactionMarks,
  ): Promise<RedactionView> {
    return this.redactions.mark(id, marks, actor);
  }

  /** Submits it, approves it as another person than who marked, returns it with a reason, or tries again where a page failed. */
  @Post('redactions/:id/moves')
  @HttpCode(200)
  @ApiOperation({ operationId: 'moveRedaction', summary: '送复核、复核、退回 · Submit, approve or return it' })
  @ApiBody(bodyOf('RedactionMove'))
  @ApiOkResponse({ standardSchema: RedactionView })
  @Problems(
    'unauthenticated',
    ...OF_A_BODY,
    'role-missing',
    'not-found',
    'self-approval',
    'redaction-opening',
    'redaction-unmarked',
    'redaction-settled',
    'redaction-changed',
  )
  move(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: RedactionMove }) move: RedactionMove,
  ): Promise<RedactionView> {
    return this.redactions.move(id, move, actor);
  }
}
