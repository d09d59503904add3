import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Looks, type Person } from '@gongkai/casework';
import { CaseLooks, Look, NewLook } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

/** What is masked, seen whole. */
@ApiTags('cases')
@NeedsOfficer()
@Controller('cases/:id/applicant/looks')
export class LooksController {
  constructor(private readonly looks: Looks) {}

  /** Who has looked, and why: told to who may look as well, and to who watches over it; nobody else is told of any. */
  @Get()
  @ApiOperation({ operationId: 'listLooks', summary: '谁查看过完整证件号码 · Who looked at a whole ID number' })
  @ApiOkResponse({ standardSchema: CaseLooks })
  @Problems('unauthenticated', 'case-not-found')
  seen(@Actor() actor: Person, @Param('id') id: string): Promise<CaseLooks> {
    return this.looks.seen(actor, id);
  }

  /** The numbers of the identity documents, whole. Who looked, when, at whose and why stands in the administration log. */
  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'lookAtIdNumber', summary: '查看完整证件号码 · Look at a whole ID number' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewLook' } })
  @ApiOkResponse({ standardSchema: Look })
  @Problems('unauthenticated', ...OF_A_BODY, 'case-not-found', 'role-missing', 'not-found')
  look(@Actor() actor: Person, @Param('id') id: string, @Body({ schema: NewLook }) why: NewLook): Promise<Look> {
    return this.looks.look(actor, id, why);
  }
}
