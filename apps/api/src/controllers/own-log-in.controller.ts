import { Body, Controller, Delete, Get, HttpCode, Ip, Param, Post, Put } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OwnSessions, SecondFactors, Sessions } from '@gongkai/casework';
import {
  OwnPassword,
  OwnSessionList,
  RecoveryCodes,
  Refusal,
  SecondFactorOffer,
  SecondFactorProof,
  SecondFactorRemoval,
} from '@gongkai/contracts';
import { tokenHash } from '@gongkai/platform';
import { BEFORE_CHANGE, CurrentOfficer, type Officer } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

const bodyOf = (name: string) => ({ required: true, schema: { $ref: `#/components/schemas/${name}` } });

/** What a person sets about their own log-in: its second step, and the screens where they are logged in. A program has neither. */
@ApiTags('session')
@NeedsOfficer()
@Controller('session')
export class OwnLogInController {
  constructor(
    private readonly sessions: Sessions,
    private readonly factors: SecondFactors,
    private readonly own: OwnSessions,
  ) {}

  /** Begins to set up a second step: a secret for an authenticator, which counts once a code of it was told. */
  @Post('second-factor')
  @HttpCode(200)
  @RouteConfig(BEFORE_CHANGE)
  @ApiOperation({ operationId: 'offerSecondFactor', summary: '设置两步登录 · Begin to set up a second step' })
  @ApiBody(bodyOf('OwnPassword'))
  @ApiOkResponse({ standardSchema: SecondFactorOffer })
  @Problems('unauthenticated', ...OF_A_BODY, 'second-factor-present', 'too-many-attempts')
  async offer(
    @CurrentOfficer() officer: Officer,
    @Ip() address: string,
    @Body({ schema: OwnPassword }) { password }: OwnPassword,
  ): Promise<SecondFactorOffer> {
    await this.sessions.provePassword({ ...atScreen(officer), address }, { path: 'password', password });
    return this.factors.offer(officer.person);
  }

  /** The authenticator works: from now on a code of it is asked for. Other sessions of the person end. */
  @Put('second-factor')
  @RouteConfig(BEFORE_CHANGE)
  @ApiOperation({ operationId: 'confirmSecondFactor', summary: '开启两步登录 · Confirm the second step' })
  @ApiBody(bodyOf('SecondFactorProof'))
  @ApiOkResponse({ standardSchema: RecoveryCodes, description: 'Each opens once; they are told here and never again.' })
  @Problems('unauthenticated', ...OF_A_BODY, 'second-factor-absent')
  async confirm(
    @CurrentOfficer() officer: Officer,
    @Body({ schema: SecondFactorProof }) { code }: SecondFactorProof,
  ): Promise<RecoveryCodes> {
    const { person, secret } = atScreen(officer);
    return { codes: [...(await this.factors.confirm(person, code, tokenHash(secret)))] };
  }

  /** Takes the second step away again. Other sessions of the person end. */
  @Post('second-factor/removal')
  @HttpCode(204)
  @RouteConfig(BEFORE_CHANGE)
  @ApiOperation({ operationId: 'removeOwnSecondFactor', summary: '停用两步登录 · Remove the second step' })
  @ApiBody(bodyOf('SecondFactorRemoval'))
  @ApiNoContentResponse()
  @Problems('unauthenticated', ...OF_A_BODY, 'second-factor-absent', 'too-many-attempts')
  async remove(
    @CurrentOfficer() officer: Officer,
    @Ip() address: string,
    @Body({ schema: SecondFactorRemoval }) given: SecondFactorRemoval,
  ): Promise<void> {
    await this.sessions.removeSecondFactor({ ...atScreen(officer), address }, given);
  }

  /** Where one is logged in, the latest first. */
  @Get('screens')
  @ApiOperation({ operationId: 'listOwnSessions', summary: '本人的登录 · Where one is logged in' })
  @ApiOkResponse({ standardSchema: OwnSessionList })
  @Problems('unauthenticated')
  async list(@CurrentOfficer() officer: Officer): Promise<OwnSessionList> {
    const { person, secret } = atScreen(officer);
    return { items: [...(await this.own.list(person, secret))] };
  }

  /** Logs out at one of them. */
  @Delete('screens/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endOwnSession', summary: '退出本人的一处登录 · Log out at another screen' })
  @ApiNoContentResponse()
  @Problems('unauthenticated', 'csrf', 'not-found')
  async end(@CurrentOfficer() officer: Officer, @Param('id') id: string): Promise<void> {
    await this.own.end(atScreen(officer).person, id);
  }
}

/** Who sits at a screen. @throws Refusal `unauthenticated` for a program with a token */
function atScreen({ person, secret }: Officer): { readonly person: Officer['person']; readonly secret: string } {
  if (secret === undefined) throw new Refusal('unauthenticated');
  return { person, secret };
}
