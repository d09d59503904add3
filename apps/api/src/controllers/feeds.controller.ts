import { Body, Controller, Delete, Get, Header, HttpCode, Ip, Param, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Feeds, type Person } from '@gongkai/casework';
import { FeedList, IssuedFeed, NewFeed } from '@gongkai/contracts';
import { Clock } from '@gongkai/platform';
import { Actor, OPEN } from '../http/gate.js';
import { ReadingLimit } from '../http/reading-limit.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

/** Deadlines for the calendar programs of people. */
@ApiTags('dashboard')
@Controller('feeds')
export class FeedsController {
  readonly #limit: ReadingLimit;

  constructor(
    private readonly feeds: Feeds,
    clock: Clock,
  ) {
    this.#limit = new ReadingLimit(clock);
  }

  /** One's own addresses in force. */
  @Get()
  @NeedsOfficer()
  @ApiOperation({ operationId: 'listFeeds', summary: '日历订阅 · Addresses of deadline calendars' })
  @ApiOkResponse({ standardSchema: FeedList })
  @Problems('unauthenticated')
  async list(@Actor() actor: Person): Promise<FeedList> {
    return { items: await this.feeds.list(actor), nextCursor: null };
  }

  /** Makes an address, told once; the one before it ends. */
  @Post()
  @HttpCode(201)
  @NeedsOfficer()
  @ApiOperation({ operationId: 'issueFeed', summary: '新建订阅地址 · A new address of a deadline calendar' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewFeed' } })
  @ApiCreatedResponse({ standardSchema: IssuedFeed })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing')
  issue(@Actor() actor: Person, @Body({ schema: NewFeed }) feed: NewFeed): Promise<IssuedFeed> {
    return this.feeds.issue(actor, feed);
  }

  /** Ends an address: it leads nowhere from then on. */
  @Delete(':id')
  @HttpCode(204)
  @NeedsOfficer()
  @ApiOperation({ operationId: 'revokeFeed', summary: '撤销订阅地址 · End an address' })
  @ApiNoContentResponse()
  @Problems('unauthenticated', 'csrf', 'not-found')
  revoke(@Actor() actor: Person, @Param('id') id: string): Promise<void> {
    return this.feeds.revoke(actor, id);
  }

  /** The calendar (RFC 5545): whoever knows the address reads it; case numbers and names of deadlines, nothing of applicants. */
  @Get(':secret')
  @RouteConfig(OPEN)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, max-age=900')
  @ApiOperation({ operationId: 'readFeed', summary: '期限日历（iCalendar） · The calendar at an address', security: [] })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ description: 'RFC 5545.', content: { 'text/calendar': { schema: { type: 'string' } } } })
  @Problems('not-found', 'too-many-questions')
  read(@Ip() address: string, @Param('secret') secret: string): Promise<string> {
    this.#limit.count(address);
    return this.feeds.read(secret);
  }
}
