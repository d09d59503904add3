import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';

const Health = z.object({ status: z.enum(['ok', 'unavailable']) }).meta({ id: 'Health' });
type Health = z.infer<typeof Health>;

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

  /** The database answers too. */
  @Get('ready')
  @ApiOperation({ operationId: 'isReady', summary: '就绪 · It can be given work' })
  @ApiOkResponse({ standardSchema: Health })
  @ApiServiceUnavailableResponse({ standardSchema: Health })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const answers = await this.source.query('SELECT 1').then(
      () => true,
      () => false,
    );
    reply.code(answers ? 200 : 503);
    return { status: answers ? 'ok' : 'unavailable' };
  }
}
