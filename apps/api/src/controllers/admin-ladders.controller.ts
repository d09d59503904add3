import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OwnLadders, type Person } from '@gongkai/casework';
import { LadderDraft, LadderTrial, NewLadder, OrganLadders } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

/** Who is told of deadlines, when and how, in each organ. */
@ApiTags('administration')
@NeedsOfficer()
@Controller('admin/organs/:code/ladders')
export class AdminLaddersController {
  constructor(private readonly ladders: OwnLadders) {}

  /** Every ladder as it holds in the organ, with the versions it has made. */
  @Get()
  @ApiOperation({ operationId: 'listLadders', summary: '提醒规则 · Ladders of reminders' })
  @ApiOkResponse({ standardSchema: OrganLadders })
  @Problems('unauthenticated', 'role-missing', 'not-found')
  list(@Actor() actor: Person, @Param('code') code: string): Promise<OrganLadders> {
    return this.ladders.list(actor, code);
  }

  /** A new version, or back to what is above the organ. */
  @Put(':ladder')
  @ApiOperation({ operationId: 'changeLadder', summary: '修改提醒规则 · Change a ladder' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewLadder' } })
  @ApiOkResponse({ standardSchema: OrganLadders })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found', 'ladder-changed')
  change(
    @Actor() actor: Person,
    @Param('code') code: string,
    @Param('ladder') ladder: string,
    @Body({ schema: NewLadder }) wished: NewLadder,
  ): Promise<OrganLadders> {
    return this.ladders.change(actor, code, ladder, wished);
  }

  /** What would have been sent under these rungs, last month or on the days named; nothing is sent. */
  @Post(':ladder/try')
  @HttpCode(200)
  @ApiOperation({ operationId: 'tryLadder', summary: '试算提醒规则 · Try a ladder' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/LadderDraft' } })
  @ApiOkResponse({ standardSchema: LadderTrial })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found')
  try(
    @Actor() actor: Person,
    @Param('code') code: string,
    @Param('ladder') ladder: string,
    @Body({ schema: LadderDraft }) draft: LadderDraft,
  ): Promise<LadderTrial> {
    return this.ladders.try(actor, code, ladder, draft);
  }
}
