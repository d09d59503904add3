import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HandingOver, type Person } from '@gongkai/casework';
import { HandedOver, HandOver, OpenWork, type Language } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { AskedLanguage } from '../http/exchange.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

/** All open work of a person to another. */
@ApiTags('directory')
@NeedsOfficer()
@Controller('people/:id')
export class HandOverController {
  constructor(private readonly handing: HandingOver) {}

  /** The cases that a person holds, and what names them beside that. */
  @Get('open-work')
  @ApiOperation({ operationId: 'openWork', summary: '在办工作 · Open work of a person' })
  @ApiOkResponse({ standardSchema: OpenWork })
  @Problems('unauthenticated', 'role-missing', 'not-found')
  look(@Actor() actor: Person, @Param('id') id: string): Promise<OpenWork> {
    return this.handing.look(actor, id);
  }

  /** Each case is assigned anew, with its entry; what a case refuses stays and is told. */
  @Post('hand-over')
  @HttpCode(200)
  @ApiOperation({ operationId: 'handOver', summary: '工作交接 · Hand over all open work' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/HandOver' } })
  @ApiOkResponse({ standardSchema: HandedOver })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found')
  handOver(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: HandOver }) wished: HandOver,
    @AskedLanguage() language: Language,
  ): Promise<HandedOver> {
    return this.handing.handOver(actor, id, wished, language);
  }
}
