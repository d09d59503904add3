import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Undelivered, type Person } from '@gongkai/casework';
import { SendAgain, SentAgain, SetAside, UndeliveredLetters } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

/** Reminders that did not reach their mailbox. */
@ApiTags('administration')
@NeedsOfficer()
@Controller('admin/undelivered')
export class AdminLettersController {
  constructor(private readonly undelivered: Undelivered) {}

  /** Those given up that nobody has read in the program either, the oldest first. */
  @Get()
  @ApiOperation({ operationId: 'listUndelivered', summary: '未送达的邮件 · Letters that did not arrive' })
  @ApiOkResponse({ standardSchema: UndeliveredLetters })
  @Problems('unauthenticated', 'role-missing')
  list(@Actor() actor: Person): Promise<UndeliveredLetters> {
    return this.undelivered.list(actor);
  }

  /** One of them, or all, to the address that the person has now. */
  @Post('send')
  @HttpCode(200)
  @ApiOperation({ operationId: 'sendUndelivered', summary: '重新发送 · Send again' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/SendAgain' } })
  @ApiOkResponse({ standardSchema: SentAgain })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found')
  send(@Actor() actor: Person, @Body({ schema: SendAgain }) { id }: SendAgain): Promise<SentAgain> {
    return this.undelivered.sendAgain(actor, id);
  }

  /** One of them is sent no more, with the reason; its person has it in the program all the same. */
  @Post('aside')
  @HttpCode(204)
  @ApiOperation({ operationId: 'setUndeliveredAside', summary: '不再发送 · Set aside' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/SetAside' } })
  @ApiNoContentResponse()
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found')
  aside(@Actor() actor: Person, @Body({ schema: SetAside }) body: SetAside): Promise<void> {
    return this.undelivered.setAside(actor, body);
  }
}
