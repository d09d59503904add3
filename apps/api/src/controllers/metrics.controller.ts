import { Refusal } from '@gongkai/contracts';
import { bearsSecret, Metrics } from '@gongkai/platform';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problems } from '../openapi/problems.decorator.js';
import { Surroundings } from '../surroundings.js';

const FROM_HERE = /^(?:127\.|::1$|::ffff:127\.)/;

/** For Prometheus: what this process has counted, and how the installation stands. */
@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly surroundings: Surroundings,
  ) {}

  /** It tells how much work an office has: with METRICS_TOKEN it is for who knows that, without for this machine alone. */
  @Get()
  @ApiOperation({
    operationId: 'getMetrics',
    summary: '运行指标 · What is counted, as Prometheus reads it',
    description: 'With METRICS_TOKEN: Authorization: Bearer. Without: from the machine itself, past no proxy.',
    security: [],
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'Prometheus text format.', content: { 'text/plain': { schema: { type: 'string' } } } })
  @Problems('unauthenticated')
  async read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!this.#mayRead(request)) throw new Refusal('unauthenticated');
    const { text, type } = await this.metrics.written();
    reply.headers({ 'content-type': type, 'cache-control': 'no-store' });
    return text;
  }

  #mayRead({ headers, socket }: FastifyRequest): boolean {
    const { metricsToken } = this.surroundings;
    if (metricsToken !== undefined) return bearsSecret(headers.authorization, metricsToken);
    return headers['x-forwarded-for'] === undefined && FROM_HERE.test(socket.remoteAddress ?? '');
  }
}
