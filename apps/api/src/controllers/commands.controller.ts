import { randomUUID } from 'node:crypto';
import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseDesk, Consulted, type Envelope } from '@gongkai/casework';
import { Papers } from '@gongkai/correspondence';
import { CaseView, Command, LAW_CODES, PreviewView } from '@gongkai/contracts';
import { z } from 'zod';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { etagOf, expectedVersion, IDEMPOTENCY_KEY, idempotencyOf, IF_MATCH } from '../http/preconditions.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';

const CommandQuery = z.strictObject({
  preview: z.enum(['true', 'false']).optional().describe('true: tell what the step would bring about, and do nothing'),
  draw: z
    .enum(['true', 'false'])
    .optional()
    .describe(
      'true: the paper that goes out with the step is drawn as PDF and DOCX, and its files are named by the step. Without it a letter is drawn unless a file of it comes with the command; false without a file is refused. With the step that files a case all records of the office are drawn that its folder has to hold, unless it is false. With addStamped true draws the letter itself, in the place of a file that was brought for it and has not left',
    ),
});
const CaseOrPreview = z.union([CaseView, PreviewView]);

/** The one door through which a case changes. */
@ApiTags('cases')
@NeedsOfficer()
@Controller('cases/:id/commands')
export class CommandsController {
  constructor(
    private readonly desk: CaseDesk,
    private readonly papers: Papers,
    private readonly consulted: Consulted,
  ) {}

  /** Takes a step, or tells what it would bring about. */
  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'takeStep', summary: '办理一步 · Take a step, or preview it' })
  @ApiHeader(IF_MATCH)
  @ApiHeader(IDEMPOTENCY_KEY)
  @ApiOkResponse({
    standardSchema: CaseOrPreview,
    description: 'The case after the step; with preview=true what the step would bring about.',
    headers: { ETag: { description: 'The version of the case; not for a preview.', schema: { type: 'string' } } },
  })
  @Problems(
    'unauthenticated',
    ...OF_A_BODY,
    'idempotency-key-reused',
    'case-not-found',
    'role-missing',
    'case-changed',
    'step-not-permitted',
    'file-altered',
    'press-silent',
    ...LAW_CODES,
  )
  async take(
    @CurrentExchange() exchange: Exchange,
    @Param('id') caseId: string,
    @Query({ schema: CommandQuery }) { preview, draw }: z.infer<typeof CommandQuery>,
    @Body({ schema: Command }) command: Command,
  ): Promise<CaseView | PreviewView> {
    const envelope = envelopeOf(exchange, caseId, command);
    const { request, reply, actor, language } = exchange;
    const isDrawn = draw === undefined ? undefined : draw === 'true';
    const tried = (): Promise<PreviewView> => this.desk.preview({ ...envelope, isDrawn: isDrawn === true });
    if (preview === 'true') {
      const view = await tried();
      await this.consulted.accompanied({ caseId, actor, command });
      await this.papers.check(command, { actor, caseId, language }, isDrawn);
      const foreseen = await this.papers.foreseen(command, { actor, caseId, language });
      return foreseen.length === 0 ? view : { ...view, foreseen: [...foreseen] };
    }
    const paper = await this.papers.maker(command, actor, isDrawn, tried);
    const taken = await this.consulted.accompanied({ caseId, actor, command }, tried);
    const { view } = await this.desk.handle(
      { ...envelope, command: taken.command, idempotency: idempotencyOf(request, actor, command) },
      taken.companion,
      paper,
    );
    reply.header('etag', etagOf(view));
    return view;
  }
}

const envelopeOf = ({ actor, language, request }: Exchange, caseId: string, command: Command): Envelope => ({
  id: randomUUID(),
  caseId,
  actor,
  command,
  language,
  expectedVersion: expectedVersion(request),
});
