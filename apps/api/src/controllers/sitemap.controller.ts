import { Clock } from '@gongkai/platform';
import { PublishedInformation } from '@gongkai/publication';
import { Controller, Get, Header, Ip, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ReadingLimit } from '../http/reading-limit.js';
import { Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

/** Machines that look for pages come by every few days. */
const KEPT = ['cache-control', 'public, max-age=3600'] as const;
const PageQuery = z.strictObject({ page: z.coerce.number().int().min(1).max(10_000).optional() });

/** What search engines ask for, so that what was published is found. Beside the portal: a map may only name what stands below it. */
@ApiTags('public')
@Controller()
export class SitemapController {
  readonly #limit: ReadingLimit;

  constructor(
    private readonly published: PublishedInformation,
    clock: Clock,
  ) {
    this.#limit = new ReadingLimit(clock);
  }

  /** Where the map of the portal is; the rest is nobody's business. */
  @Get('robots.txt')
  @Header(...KEPT)
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiOperation({ operationId: 'getRobots', summary: '搜索引擎须知 · What search engines may read', security: [] })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'RFC 9309.', content: { 'text/plain': { schema: { type: 'string' } } } })
  @Problems()
  robots(): string {
    return this.published.robots();
  }

  /** The map of all that is public: without a page, where its pages are. */
  @Get('portal/sitemap.xml')
  @Header(...KEPT)
  @Header('content-type', 'application/xml; charset=utf-8')
  @ApiOperation({ operationId: 'getSitemap', summary: '站点地图 · A map of what is public', security: [] })
  @ApiProduces('application/xml')
  @ApiOkResponse({ description: 'sitemaps.org 0.9.', content: { 'application/xml': { schema: { type: 'string' } } } })
  @Problems('invalid-request', 'not-found', 'too-many-questions')
  map(@Ip() address: string, @Query({ schema: asQuery(PageQuery) }) { page }: z.infer<typeof PageQuery>): Promise<string> {
    this.#limit.count(address);
    return this.published.sitemap(page);
  }
}
