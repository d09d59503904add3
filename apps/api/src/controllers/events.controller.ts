import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiTokens, Sessions, type Person } from '@gongkai/casework';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actor, identify, UNATTENDED } from '../http/gate.js';
import { LiveStreams } from '../http/live-streams.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Problems } from '../openapi/problems.decorator.js';
import { Surroundings } from '../surroundings.js';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Proxies that gather answers would hold the events back.
  'x-accel-buffering': 'no',
  // A stream has its connection for itself; ended, it leaves none open behind it.
  connection: 'close',
};

const EVENTS = [
  '`ready` {}: from now on nothing is missed; read again what is shown. Sent at the beginning, and whenever something may have been missed.',
  '`case-changed` { caseId, organ, version, by?: { id, name } }: a case in sight.',
  '`notification` { unread }: what the person has not acknowledged.',
  '`incoming` { waiting }: something came into the inbox of the own organ, or somebody did something there; told who looks after it.',
].join('\n\n');

/** What changes, at once. */
@ApiTags('events')
@NeedsOfficer()
@Controller('events')
export class EventsController {
  readonly isHttps: boolean;

  constructor(
    private readonly streams: LiveStreams,
    readonly sessions: Sessions,
    readonly tokens: ApiTokens,
    @Inject(Surroundings) { isHttps }: Surroundings,
  ) {
    this.isHttps = isHttps;
  }

  /** A stream that lasts as long as the session. A client that comes back reads again what it shows. */
  @Get()
  @RouteConfig(UNATTENDED)
  @ApiOperation({ operationId: 'watch', summary: '即时更新 · What changes, at once (server-sent events)' })
  @ApiOkResponse({ description: EVENTS, content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @Problems('unauthenticated')
  async watch(@Actor() actor: Person, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.headers(HEADERS);
    const again = async (): Promise<Person | undefined> => (await identify(request, this))?.person;
    await reply.send(request.method === 'HEAD' ? '' : this.streams.open(actor, again));
  }
}
