import { Body, Controller, Delete, Get, HttpCode, Inject, Ip, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SESSION_HOURS, Sessions, type Person } from '@gongkai/casework';
import { NewSession, SessionView, type SessionUser } from '@gongkai/contracts';
import type { FastifyReply } from 'fastify';
import { CurrentOfficer, OPEN, SESSION_COOKIE, type Officer } from '../http/gate.js';
import { Problems } from '../openapi/problems.decorator.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Surroundings } from '../services.js';

/** Logging in and out. */
@ApiTags('session')
@Controller('session')
export class SessionController {
  readonly #cookie;

  constructor(
    private readonly sessions: Sessions,
    @Inject(Surroundings) { publicUrl }: Surroundings,
  ) {
    const secure = publicUrl.startsWith('https:');
    this.#cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  }

  /** Logs in. */
  @Post()
  @HttpCode(200)
  @RouteConfig(OPEN)
  @ApiOperation({ operationId: 'logIn', summary: '登录 · Log in', security: [] })
  @ApiOkResponse({ standardSchema: SessionView, description: 'The cookie carries the session.' })
  @Problems('malformed-json', 'unauthenticated', 'too-large', 'unsupported-media-type', 'invalid-request', 'too-many-attempts')
  async logIn(
    @Body({ schema: NewSession }) { username, password }: NewSession,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { person, csrfToken, secret } = await this.sessions.open({ username, password, address });
    reply.setCookie(SESSION_COOKIE, secret, { ...this.#cookie, maxAge: SESSION_HOURS * 3600 });
    return { user: userOf(person), csrfToken };
  }

  /** Who is logged in. */
  @Get()
  @NeedsOfficer()
  @ApiOperation({ operationId: 'getSession', summary: '当前登录 · Who is logged in' })
  @ApiOkResponse({ standardSchema: SessionView })
  @Problems('unauthenticated')
  current(@CurrentOfficer() { person, csrfToken }: Officer): SessionView {
    return { user: userOf(person), csrfToken };
  }

  /** Logs out. */
  @Delete()
  @HttpCode(204)
  @NeedsOfficer()
  @ApiOperation({ operationId: 'logOut', summary: '退出 · Log out' })
  @ApiNoContentResponse()
  @Problems('unauthenticated', 'csrf')
  async logOut(@CurrentOfficer() { secret }: Officer, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (secret !== undefined) await this.sessions.close(secret);
    reply.clearCookie(SESSION_COOKIE, this.#cookie);
  }
}

const userOf = ({ id, username, name, organCode, roles }: Person): SessionUser => ({
  id,
  username,
  name,
  organ: organCode,
  roles: [...roles],
});
