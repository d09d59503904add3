import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { WORKER_SIGNS, type WorkerSigns } from '@gongkai/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

const Health = z.object({ status: z.enum(['ok', 'unavailable']) }).meta({ id: 'Health' });
type Health = z.infer<typeof Health>;
const Readiness = Health.extend({
  worker: z
    .enum(['ok', 'silent'])
    .optional()
    .describe('silent: no worker is at work, so nobody is reminded and nothing is sent; the API itself is ready'),
}).meta({ id: 'Readiness' });
type Readiness = z.infer<typeof Readiness>;

/** For what watches over the process: is it alive, can it be given work. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly source: DataSource) {}

  /** The process answers. */
  @Get('live')
  @ApiOperation({ operationId: 'isLive', summary: '存活 · The process answers' })
  @ApiOkResponse({ standardSchema: Health })
  live(): Health {
    return { status: 'ok' };
  }

  /** The database answers too; beside it whether a worker is there, which the API does not need. */
  @Get('ready')
  @ApiOperation({ operationId: 'isReady', summary: '就绪 · It can be given work' })
  @ApiOkResponse({ standardSchema: Readiness })
  @ApiServiceUnavailableResponse({ standardSchema: Readiness })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    try {
      const [signs] = await this.source.query<WorkerSigns[]>(WORKER_SIGNS);
      return { status: 'ok', worker: signs?.present === true ? 'ok' : 'silent' };
    } catch {
      reply.code(503);
      return { status: 'unavailable' };
    }
  }
}
