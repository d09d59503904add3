import type { Person } from '@gongkai/casework';
import { NewWordings, WordingsDraft, WordingsLook } from '@gongkai/contracts';
import { Wordings } from '@gongkai/correspondence';
import { Body, Controller, Get, HttpCode, Param, Post, Put, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { attachment } from '../http/attachment.js';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { Actor } from '../http/gate.js';
import { bodyOf } from '../openapi/body-of.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

const YAML = 'application/yaml';

/** All wordings of an organ at once, as a file that another installation takes. */
@ApiTags('administration')
@NeedsOfficer()
@Controller('admin/organs/:code/wordings')
export class AdminWordingSetsController {
  constructor(private readonly wordings: Wordings) {}

  /** What the organ itself has in force today. */
  @Get()
  @ApiOperation({ operationId: 'exportWordings', summary: '导出文书用语 · All wordings of an organ in one file' })
  @ApiProduces(YAML)
  @ApiOkResponse({ description: 'YAML.', content: { [YAML]: { schema: { type: 'string' } } } })
  @Problems('unauthenticated', 'role-missing', 'not-found')
  async exported(@Actor() actor: Person, @Param('code') code: string): Promise<StreamableFile> {
    const { name, content } = await this.wordings.sets.exported({ actor, code });
    return new StreamableFile(Buffer.from(content), { type: `${YAML}; charset=utf-8`, disposition: attachment(name) });
  }

  /** What a file would change, and what each of its wordings lacks; nothing is kept. */
  @Post('look')
  @HttpCode(200)
  @ApiOperation({ operationId: 'lookAtWordings', summary: '预览导入的文书用语 · What a file of wordings changes and lacks' })
  @ApiBody(bodyOf('WordingsDraft'))
  @ApiOkResponse({ standardSchema: WordingsLook })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found')
  look(
    @CurrentExchange() { actor, language }: Exchange,
    @Param('code') code: string,
    @Body({ schema: WordingsDraft }) draft: WordingsDraft,
  ): Promise<WordingsLook> {
    return this.wordings.sets.look({ actor, code }, draft, language);
  }

  /** Takes a file, all of it or nothing: a new version of each paper that it words differently. */
  @Put()
  @ApiOperation({ operationId: 'importWordings', summary: '导入文书用语 · Take a file of wordings' })
  @ApiBody(bodyOf('NewWordings'))
  @ApiOkResponse({ standardSchema: WordingsLook })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found')
  take(
    @CurrentExchange() { actor, language }: Exchange,
    @Param('code') code: string,
    @Body({ schema: NewWordings }) wordings: NewWordings,
  ): Promise<WordingsLook> {
    return this.wordings.sets.take({ actor, code }, wordings, language);
  }
}
