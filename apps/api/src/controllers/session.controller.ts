import { Body, Controller, Delete, Get, HttpCode, Inject, Ip, Post, Put, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Sessions, type OpenSession, type Person } from '@gongkai/casework';
import { NewSession, PasswordChange, Refusal, SessionView, type SessionUser } from '@gongkai/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BEFORE_CHANGE, cookieOf, CurrentOfficer, OPEN, type Officer } from '../http/gate.js';
import { noteEntry } from '../http/security-log.js';
import { SessionCookies } from '../http/session-cookies.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Surroundings } from '../surroundings.js';

/** Logging in and out. */
@ApiTags('session')
@Controller('session')
export class SessionController {
  readonly #cookies;

  constructor(
    private readonly sessions: Sessions,
    @Inject(Surroundings) private readonly surroundings: Surroundings,
  ) {
    this.#cookies = new SessionCookies(surroundings.isHttps);
  }

  /** Logs in. */
  @Post()
  @HttpCode(200)
  @RouteConfig(OPEN)
  @ApiOperation({ operationId: 'logIn', summary: '登录 · Log in', security: [] })
  @ApiOkResponse({ standardSchema: SessionView, description: 'The cookie carries the session.' })
  @Problems(
    ...(['malformed-json', 'unauthenticated', 'second-factor-needed', 'too-large', 'unsupported-media-type'] as const),
    ...(['invalid-request', 'too-many-attempts'] as const),
  )
  async logIn(
    @Body({ schema: NewSession }) credentials: NewSession,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { secret, ...session } = await this.sessions.open({
      ...credentials,
      address: request.ip,
      agent: request.headers['user-agent'],
    });
    // Whoever logs in at this browser takes the place of who was there.
    const before = cookieOf(request, this.surroundings.isHttps);
    if (before !== undefined) await this.sessions.close(before);
    this.#cookies.give(reply, secret);
    noteEntry(request, session.person.id);
    return viewOf(session);
  }

  /** Who is logged in. */
  @Get()
  @RouteConfig(BEFORE_CHANGE)
  @NeedsOfficer()
  @ApiOperation({ operationId: 'getSession', summary: '当前登录 · Who is logged in' })
  @ApiOkResponse({ standardSchema: SessionView })
  @Problems('unauthenticated')
  current(@CurrentOfficer() officer: Officer): SessionView {
    return viewOf(officer);
  }

  /** Changes the own password; other sessions of the person end. A program has no password. */
  @Put('password')
  @HttpCode(204)
  @RouteConfig(BEFORE_CHANGE)
  @NeedsOfficer()
  @ApiOperation({ operationId: 'changePassword', summary: '修改密码 · Change the own password' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/PasswordChange' } })
  @ApiNoContentResponse()
  @Problems('unauthenticated', ...OF_A_BODY, 'too-many-attempts')
  async changePassword(
    @CurrentOfficer() { person, secret }: Officer,
    @Ip() address: string,
    @Body({ schema: PasswordChange }) change: PasswordChange,
  ): Promise<void> {
    if (secret === undefined) throw new Refusal('unauthenticated');
    await this.sessions.changePassword({ person, secret, address }, change);
  }

  /** Logs out. */
  @Delete()
  @HttpCode(204)
  @RouteConfig(BEFORE_CHANGE)
  @NeedsOfficer()
  @ApiOperation({ operationId: 'logOut', summary: '退出 · Log out' })
  @ApiNoContentResponse()
  @Problems('unauthenticated', 'csrf')
  async logOut(@CurrentOfficer() { secret }: Officer, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (secret !== undefined) await this.sessions.close(secret);
    this.#cookies.take(reply);
  }
}

const viewOf = ({ person, csrfToken, mustChangePassword, secondFactor }: OpenSession): SessionView => ({
  user: userOf(person),
  csrfToken,
  mustChangePassword,
  secondFactor,
});

const userOf = ({ id, username, name, organCode, roles, standsFor }: Person): SessionUser => ({
  id,
  username,
  name,
  organ: organCode,
  roles: [...new Set([...roles, ...standsFor.map(() => 'approver' as const)])],
  standsFor: standsFor.map((stood) => ({ id: stood.id, name: stood.name, until: stood.until })),
});
