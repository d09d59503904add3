import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CoHandling, type Person } from '@gongkai/casework';
import { HelpAnswer, HelpAskedList, HelperList, LAW_CODES } from '@gongkai/contracts';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { Actor } from '../http/gate.js';
import { bodyOf } from '../openapi/body-of.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

/** Who can be asked to help with a case, and what whoever is asked does. */
@ApiTags('cases')
@NeedsOfficer()
@Controller()
export class CoHandlingController {
  constructor(private readonly helping: CoHandling) {}

  /** People of the organ and of the organs below it. */
  @Get('cases/:id/helpers')
  @ApiOperation({ operationId: 'listHelpers', summary: '可请协办的人员 · Who can be asked to help with the case' })
  @ApiOkResponse({ standardSchema: HelperList })
  @Problems('unauthenticated', 'case-not-found')
  async helpers(@Actor() actor: Person, @Param('id') id: string): Promise<HelperList> {
    return { items: [...(await this.helping.helpers(actor, id))] };
  }

  /** What the reader is asked and has not answered, also by an organ above whose case they do not see. */
  @Get('co-handling')
  @ApiOperation({ operationId: 'listHelpAsked', summary: '等我反馈的协办 · What I am asked to help with' })
  @ApiOkResponse({ standardSchema: HelpAskedList })
  @Problems('unauthenticated')
  async asked(@Actor() actor: Person): Promise<HelpAskedList> {
    return { items: [...(await this.helping.asked(actor))] };
  }

  /** Answers for the unit. */
  @Post('co-handling/:id/answer')
  @HttpCode(200)
  @ApiOperation({ operationId: 'answerHelpAsked', summary: '反馈协办 · Answer what one is asked to help with' })
  @ApiBody(bodyOf('HelpAnswer'))
  @ApiOkResponse({ standardSchema: HelpAskedList, description: 'What is left to answer.' })
  @Problems('unauthenticated', ...OF_A_BODY, 'help-not-asked', 'step-not-permitted', ...LAW_CODES)
  async answer(
    @CurrentExchange() { actor, language }: Exchange,
    @Param('id') id: string,
    @Body({ schema: HelpAnswer }) said: HelpAnswer,
  ): Promise<HelpAskedList> {
    return { items: [...(await this.helping.answer(actor, id, { ...said, language }))] };
  }
}
