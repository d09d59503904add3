import { type Person } from '@gongkai/casework';
import { FormedEnd, FormedInformation, FormedList, FormedQuery, NewFormedInformation } from '@gongkai/contracts';
import { FormedInformations } from '@gongkai/publication';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

/** What was formed or changed and has to be public, for those who keep the catalogue. */
@ApiTags('publication')
@NeedsOfficer()
@Controller('disclosures/formed')
export class FormedInformationController {
  constructor(private readonly formed: FormedInformations) {}

  /** What has to be public and is not, by the day it is due; or what became of it. */
  @Get()
  @ApiOperation({ operationId: 'listFormedInformation', summary: '待公开信息 · What has to be published' })
  @ApiOkResponse({ standardSchema: FormedList })
  @Problems('unauthenticated', 'role-missing', 'invalid-request')
  list(@Actor() actor: Person, @Query({ schema: asQuery(FormedQuery) }) query: FormedQuery): Promise<FormedList> {
    return this.formed.list(actor, query);
  }

  /** Enters what the own organ has formed or changed; until when it is to be public follows from its day. */
  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'enterFormedInformation', summary: '登记待公开信息 · Enter what has to be published' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewFormedInformation' } })
  @ApiCreatedResponse({ standardSchema: FormedInformation })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing')
  enter(@Actor() actor: Person, @Body({ schema: NewFormedInformation }) body: NewFormedInformation): Promise<FormedInformation> {
    return this.formed.enter(actor, body);
  }

  /** Says how one ends: as an entry of the catalogue, with the reason why it is not published, or as entered by mistake. */
  @Post(':id/end')
  @HttpCode(200)
  @ApiOperation({ operationId: 'endFormedInformation', summary: '办结待公开信息 · Settle one' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/FormedEnd' } })
  @ApiOkResponse({ standardSchema: FormedInformation })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found', 'formed-ended')
  end(@Actor() actor: Person, @Param('id') id: string, @Body({ schema: FormedEnd }) body: FormedEnd): Promise<FormedInformation> {
    return this.formed.end(actor, id, body);
  }

  /** Takes that back: it is to be published again, by the same day. */
  @Delete(':id/end')
  @ApiOperation({ operationId: 'reopenFormedInformation', summary: '重新列入 · List one again' })
  @ApiOkResponse({ standardSchema: FormedInformation })
  @Problems('unauthenticated', 'csrf', 'role-missing', 'not-found', 'formed-open', 'invalid-request')
  reopen(@Actor() actor: Person, @Param('id') id: string): Promise<FormedInformation> {
    return this.formed.reopen(actor, id);
  }
}
