import {
  AlikeDisclosures,
  AlikeQuery,
  Disclosure,
  DisclosureKinds,
  DisclosureList,
  DisclosureQuery,
  FeedQuery,
  NothingList,
  NothingQuery,
  type Language,
} from '@gongkai/contracts';
import { Clock } from '@gongkai/platform';
import { CatalogueYears, PublishedInformation } from '@gongkai/publication';
import { Body, Controller, Get, Header, HttpCode, Ip, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { attachment } from '../http/attachment.js';
import { AskedLanguage } from '../http/exchange.js';
import { OPEN } from '../http/gate.js';
import { ReadingLimit } from '../http/reading-limit.js';
import { Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';
import { INERT } from './files.controller.js';

/** For everybody the same: whoever stands between may keep it for a minute. What is withdrawn is gone within that. */
const KEPT = ['cache-control', 'public, max-age=60'] as const;
const ATOM = 'application/atom+xml';
const RSS = 'application/rss+xml';
const XML = { schema: { type: 'string' } } as const;

/** What organs have published of their own accord: no session. */
@ApiTags('public')
@Controller('public/disclosures')
export class PublicDisclosuresController {
  readonly #limit: ReadingLimit;

  constructor(
    private readonly published: PublishedInformation,
    private readonly years: CatalogueYears,
    clock: Clock,
  ) {
    this.#limit = new ReadingLimit(clock);
  }

  /** Published information, the newest first. */
  @Get()
  @RouteConfig(OPEN)
  @Header(...KEPT)
  @ApiOperation({ operationId: 'listPublicDisclosures', summary: '主动公开信息 · Published information', security: [] })
  @ApiOkResponse({ standardSchema: DisclosureList })
  @Problems('invalid-request', 'too-many-questions')
  list(@Ip() address: string, @Query({ schema: asQuery(DisclosureQuery) }) query: DisclosureQuery): Promise<DisclosureList> {
    this.#limit.count(address);
    return this.published.list(query);
  }

  /** The kinds that can be filtered by. */
  @Get('kinds')
  @RouteConfig(OPEN)
  @Header(...KEPT)
  @ApiOperation({ operationId: 'listDisclosureKinds', summary: '主动公开信息类别 · Kinds of it', security: [] })
  @ApiOkResponse({ standardSchema: DisclosureKinds })
  @Problems('too-many-questions')
  kinds(@Ip() address: string): DisclosureKinds {
    this.#limit.count(address);
    return { items: this.published.kinds() };
  }

  /** What organs say that they have nothing of, with the reason; not where something of it is public after all. */
  @Get('nothing')
  @RouteConfig(OPEN)
  @Header(...KEPT)
  @ApiOperation({
    operationId: 'listNothingToPublish',
    summary: '机关说明没有的信息 · What organs have nothing of',
    security: [],
  })
  @ApiOkResponse({ standardSchema: NothingList })
  @Problems('invalid-request', 'too-many-questions')
  listNothing(@Ip() address: string, @Query({ schema: asQuery(NothingQuery) }) query: NothingQuery): Promise<NothingList> {
    this.#limit.count(address);
    return this.years.nothing.list(query);
  }

  /** The newest fifty as a feed (Atom, RFC 4287). */
  @Get('feed')
  @RouteConfig(OPEN)
  @Header(...KEPT)
  @Header('content-type', `${ATOM}; charset=utf-8`)
  @ApiOperation({ operationId: 'getDisclosureFeed', summary: '订阅主动公开信息 · A feed of it', security: [] })
  @ApiProduces(ATOM)
  @ApiOkResponse({ description: 'Atom.', content: { [ATOM]: XML } })
  @Problems('invalid-request', 'too-many-questions')
  feed(
    @Ip() address: string,
    @Query({ schema: FeedQuery }) query: FeedQuery,
    @AskedLanguage() language: Language,
  ): Promise<string> {
    this.#limit.count(address);
    return this.published.feed('atom', query, language);
  }

  /** The same as RSS 2.0, for readers that know no other. */
  @Get('rss')
  @RouteConfig(OPEN)
  @Header(...KEPT)
  @Header('content-type', `${RSS}; charset=utf-8`)
  @ApiOperation({ operationId: 'getDisclosureRss', summary: '订阅主动公开信息（RSS） · The feed as RSS', security: [] })
  @ApiProduces(RSS)
  @ApiOkResponse({ description: 'RSS.', content: { [RSS]: XML } })
  @Problems('invalid-request', 'too-many-questions')
  rss(
    @Ip() address: string,
    @Query({ schema: FeedQuery }) query: FeedQuery,
    @AskedLanguage() language: Language,
  ): Promise<string> {
    this.#limit.count(address);
    return this.published.feed('rss', query, language);
  }

  /** What may be public already of what is being asked for. By POST: what people are about to ask for belongs into no log of addresses. */
  @Post('alike')
  @HttpCode(200)
  @RouteConfig(OPEN)
  @ApiOperation({ operationId: 'findAlikeDisclosures', summary: '可能已经公开 · What may be public already', security: [] })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/AlikeQuery' } })
  @ApiOkResponse({ standardSchema: AlikeDisclosures })
  @Problems('malformed-json', 'too-large', 'unsupported-media-type', 'invalid-request', 'too-many-questions')
  alike(@Ip() address: string, @Body({ schema: AlikeQuery }) query: AlikeQuery): Promise<AlikeDisclosures> {
    this.#limit.count(address);
    return this.published.alike(query);
  }

  /** One of them; of one that was withdrawn, why. */
  @Get(':id')
  @RouteConfig(OPEN)
  @Header(...KEPT)
  @ApiOperation({ operationId: 'getPublicDisclosure', summary: '一条主动公开信息 · One of it', security: [] })
  @ApiOkResponse({ standardSchema: Disclosure })
  @Problems('not-found', 'disclosure-withdrawn', 'too-many-questions')
  find(@Ip() address: string, @Param('id') id: string): Promise<Disclosure> {
    this.#limit.count(address);
    return this.published.find(id);
  }

  /** Its file, where it has one. */
  @Get(':id/file')
  @RouteConfig(OPEN)
  @Header('content-security-policy', INERT)
  @ApiOperation({ operationId: 'getPublicDisclosureFile', summary: '下载主动公开的文件 · Its file', security: [] })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The content.', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  @Problems('not-found', 'disclosure-withdrawn', 'too-many-questions')
  async file(@Ip() address: string, @Param('id') id: string): Promise<StreamableFile> {
    this.#limit.count(address);
    const { name, mime, size, content } = await this.published.file(id);
    const disposition = attachment(name);
    return new StreamableFile(content, { type: mime, disposition, length: size });
  }
}
