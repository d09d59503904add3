import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Administration, ApiTokens, type Person } from '@gongkai/casework';
import { AdminLogEntry, AdminLogQuery, IssuedToken, NewToken, TokenView } from '@gongkai/contracts';
import { z } from 'zod';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

const TokenList = z.object({ items: z.array(TokenView) }).meta({ id: 'TokenList' });
const AdminLogPage = z.object({ items: z.array(AdminLogEntry), nextCursor: z.string().nullable() }).meta({ id: 'AdminLogPage' });

/** Tokens with which programs act for people, and the log of what administrators do. */
@ApiTags('administration')
@NeedsOfficer()
@Controller('admin')
export class AdminTokensController {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly administration: Administration,
  ) {}

  /** Those in force. */
  @Get('tokens')
  @ApiOperation({ operationId: 'listTokens', summary: '令牌 · Tokens in force' })
  @ApiOkResponse({ standardSchema: TokenList })
  @Problems('unauthenticated', 'role-missing')
  async list(@Actor() actor: Person): Promise<z.infer<typeof TokenList>> {
    return { items: await this.tokens.list(actor) };
  }

  /** Makes a token; the secret is told once. */
  @Post('tokens')
  @HttpCode(201)
  @ApiOperation({ operationId: 'issueToken', summary: '新增令牌 · Make a token' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewToken' } })
  @ApiCreatedResponse({ standardSchema: IssuedToken })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing')
  issue(@Actor() actor: Person, @Body({ schema: NewToken }) token: NewToken): Promise<IssuedToken> {
    return this.tokens.issue(actor, token);
  }

  /** Takes a token back: the next request with it is refused. */
  @Delete('tokens/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'revokeToken', summary: '撤销令牌 · Take a token back' })
  @ApiNoContentResponse()
  @Problems('unauthenticated', 'csrf', 'role-missing', 'not-found')
  revoke(@Actor() actor: Person, @Param('id') id: string): Promise<void> {
    return this.tokens.revoke(actor, id);
  }

  /** What was changed, by whom, before and after; the newest first. For administrators and auditors. */
  @Get('log')
  @ApiOperation({ operationId: 'listAdminLog', summary: '管理日志 · What administrators changed' })
  @ApiOkResponse({ standardSchema: AdminLogPage })
  @Problems('unauthenticated', 'invalid-request', 'role-missing')
  log(
    @Actor() actor: Person,
    @Query({ schema: asQuery(AdminLogQuery) }) query: AdminLogQuery,
  ): Promise<z.infer<typeof AdminLogPage>> {
    return this.administration.log.page(actor, query);
  }
}
