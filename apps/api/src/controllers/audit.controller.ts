import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { verifyChainsInSight, type Person } from '@gongkai/casework';
import { CommandPool } from '@gongkai/platform';
import { z } from 'zod';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Problems } from '../openapi/problems.decorator.js';

const AuditReport = z
  .object({
    cases: z.int(),
    entries: z.int(),
    broken: z.array(
      z.object({ caseId: z.string(), number: z.string(), seq: z.int(), problem: z.enum(['content', 'link', 'end']) }).meta({
        id: 'BrokenChain',
        description: 'content: not what was hashed; link: does not follow the entry before; end: ends elsewhere than the case.',
      }),
    ),
  })
  .meta({ id: 'AuditReport' });
type AuditReport = z.infer<typeof AuditReport>;

/** Whether the journals are what was written. */
@ApiTags('audit')
@NeedsOfficer()
@Controller('audit')
export class AuditController {
  constructor(private readonly pool: CommandPool) {}

  /** Hashes every entry of every journal in sight again; the same as `gongkai audit verify`. */
  @Get('verify')
  @ApiOperation({ operationId: 'verifyJournals', summary: '核验办件记录 · Hash every journal in sight again' })
  @ApiOkResponse({ standardSchema: AuditReport })
  @Problems('unauthenticated', 'role-missing')
  async verify(@Actor() actor: Person): Promise<AuditReport> {
    const { broken, ...sums } = await verifyChainsInSight(this.pool, actor);
    return { ...sums, broken: [...broken] };
  }
}
