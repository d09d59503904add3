import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Accesses, AuditTrail, verifyChainsInSight, type Person } from '@gongkai/casework';
import { AccessPage, AccessQuery, AuditExportQuery, DailyRoots, RootReport, RootsQuery } from '@gongkai/contracts';
import { CommandPool } from '@gongkai/platform';
import { z } from 'zod';
import { attachment } from '../http/attachment.js';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

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
    organs: z.array(
      z.object({ organ: z.string(), cases: z.int(), entries: z.int(), broken: z.int() }).meta({ id: 'OrganChains' }),
    ),
  })
  .meta({ id: 'AuditReport' });
type AuditReport = z.infer<typeof AuditReport>;

/** Whether the journals are what was written. */
@ApiTags('audit')
@NeedsOfficer()
@Controller('audit')
export class AuditController {
  constructor(
    private readonly pool: CommandPool,
    private readonly trail: AuditTrail,
    private readonly accesses: Accesses,
  ) {}

  /** Hashes every entry of every journal in sight again; the same as `gongkai audit verify`. */
  @Get('verify')
  @ApiOperation({ operationId: 'verifyJournals', summary: '核验办件记录 · Hash every journal in sight again' })
  @ApiOkResponse({ standardSchema: AuditReport })
  @Problems('unauthenticated', 'role-missing')
  async verify(@Actor() actor: Person): Promise<AuditReport> {
    const { broken, organs, ...sums } = await verifyChainsInSight(this.pool, actor);
    return { ...sums, broken: [...broken], organs: [...organs] };
  }

  /** Who looked at what, the newest first; the reading of it stands in the log itself. */
  @Get('accesses')
  @ApiOperation({ operationId: 'listAccesses', summary: '查阅记录 · Who looked at what' })
  @ApiOkResponse({ standardSchema: AccessPage })
  @Problems('unauthenticated', 'invalid-request', 'role-missing')
  accessed(@Actor() actor: Person, @Query({ schema: asQuery(AccessQuery) }) query: AccessQuery): Promise<AccessPage> {
    return this.accesses.page(actor, query);
  }

  /** The signed root of each day of an organ, the newest first; days that are over and have none yet are signed before. */
  @Get('roots')
  @ApiOperation({ operationId: 'listRoots', summary: '每日签名 · The signed root of each day' })
  @ApiOkResponse({ standardSchema: DailyRoots })
  @Problems('unauthenticated', 'invalid-request', 'role-missing', 'not-found')
  roots(@Actor() actor: Person, @Query({ schema: asQuery(RootsQuery) }) query: RootsQuery): Promise<DailyRoots> {
    return this.trail.page(actor, query);
  }

  /** Holds what journals and logs in sight say today against what was signed for each day: whoever computed a whole journal anew is found. */
  @Get('roots/verify')
  @ApiOperation({ operationId: 'verifyRoots', summary: '对照每日签名核验 · Hold the entries against the signed roots' })
  @ApiOkResponse({ standardSchema: RootReport })
  @Problems('unauthenticated', 'role-missing')
  verifyRoots(@Actor() actor: Person): Promise<RootReport> {
    return this.trail.verify(actor);
  }

  /** The signed days of an organ with their entries, for `scripts/verify-audit.mjs` to prove elsewhere. Who fetches it stands in the log. */
  @Get('export')
  @ApiOperation({ operationId: 'exportAudit', summary: '导出审计文件 · The signed days as a file' })
  @ApiProduces('application/jsonl')
  @ApiOkResponse({
    description: 'Lines of JSON: a head with the public keys, each root with its signature and its entries, an end.',
    content: { 'application/jsonl': { schema: { type: 'string', format: 'binary' } } },
  })
  @Problems('unauthenticated', 'invalid-request', 'role-missing', 'not-found')
  async export(
    @Actor() actor: Person,
    @Query({ schema: asQuery(AuditExportQuery) }) query: AuditExportQuery,
  ): Promise<StreamableFile> {
    const { name, content } = await this.trail.file(actor, query);
    return new StreamableFile(content, { type: 'application/jsonl', disposition: attachment(name) });
  }
}
