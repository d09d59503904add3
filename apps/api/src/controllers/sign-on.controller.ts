import { Controller, Get, HttpStatus, Inject, Redirect, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@gongkai/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieName, cookieOf, OPEN } from '../http/gate.js';
import { noteEntry, noteRefusal } from '../http/security-log.js';
import { SessionCookies } from '../http/session-cookies.js';
import { Problems } from '../openapi/problems.decorator.js';
import { SignOn, type NotSignedOn } from '../sign-on.js';
import { Surroundings } from '../surroundings.js';

const KEPT = 'gongkai_sign_on';
/** Seconds in which somebody can say who they are. */
const PATIENCE = 600;

type Elsewhere = { readonly url: string };

/** Where the console says why somebody is not in. */
const backWith = (why: NotSignedOn): Elsewhere => ({ url: `/?sign-on=${why}` });

/** Logging in with an account of the office's identity provider: away from here, and back. */
@ApiTags('session')
@Controller('session/sign-on')
export class SignOnController {
  readonly #cookies;
  readonly #kept;

  constructor(
    private readonly signOn: SignOn,
    @Inject(Surroundings) private readonly surroundings: Surroundings,
  ) {
    const secure = surroundings.isHttps;
    this.#cookies = new SessionCookies(secure);
    // Whoever comes back comes from elsewhere: a strict cookie would stay behind.
    this.#kept = { name: cookieName(KEPT, secure), options: { path: '/', httpOnly: true, sameSite: 'lax', secure } as const };
  }

  /** Sends the browser to the identity provider. */
  @Get()
  @RouteConfig(OPEN)
  @Redirect(undefined, HttpStatus.FOUND)
  @ApiOperation({ operationId: 'signOn', summary: '用单位账号登录 · Log in with an account of the office', security: [] })
  @ApiFoundResponse({ description: 'To the identity provider; back to the console where it does not answer.' })
  @Problems('not-found')
  async leave(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Elsewhere> {
    const begun = await this.signOn.begin(cookieOf(request, this.surroundings.isHttps));
    if (begun === undefined) throw new Refusal('not-found');
    if (typeof begun === 'string') return backWith(begun);
    reply.setCookie(this.#kept.name, begun.kept, { ...this.#kept.options, maxAge: PATIENCE });
    return { url: begun.address };
  }

  /** Whoever comes back from it is logged in. */
  @Get('return')
  @RouteConfig(OPEN)
  @Redirect(undefined, HttpStatus.FOUND)
  @ApiOperation({ operationId: 'returnFromSignOn', summary: '单位账号登录后返回 · Come back from it', security: [] })
  @ApiFoundResponse({ description: 'To the console, with a session, or with the reason why there is none.' })
  @Problems()
  async comeBack(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Elsewhere> {
    const kept = request.cookies[this.#kept.name] ?? '';
    reply.clearCookie(this.#kept.name, this.#kept.options);
    const query = request.url.slice(request.url.indexOf('?'));
    const from = { address: request.ip, agent: request.headers['user-agent'] };
    const session = await this.signOn.finish(query, kept, from);
    if (typeof session === 'string') {
      noteRefusal(request, session);
      return backWith(session);
    }
    noteEntry(request, session.person.id);
    this.#cookies.give(reply, session.secret);
    return { url: '/' };
  }
}
