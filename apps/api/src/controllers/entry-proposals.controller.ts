import type { Person } from '@gongkai/casework';
import { EntryProposal, EntryProposalList, EntryProposalMove, NewEntryProposal } from '@gongkai/contracts';
import { EntryProposals } from '@gongkai/publication';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TAKES_FILE } from '../http/body-type.js';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { filePartOf } from '../http/file-part.js';
import { Actor } from '../http/gate.js';
import { bodyOf } from '../openapi/body-of.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

const FORM = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

/** Entries with files on their way into the catalogue (REG 17): proposed by one person, made public by another. */
@ApiTags('publication')
@NeedsOfficer()
@Controller()
export class EntryProposalsController {
  constructor(private readonly proposals: EntryProposals) {}

  /** What waits for a second person, the oldest first, and what became of the last ones. */
  @Get('entry-proposals')
  @ApiOperation({ operationId: 'listEntryProposals', summary: '送审的公开信息 · Entries that wait for a second person' })
  @ApiOkResponse({ standardSchema: EntryProposalList })
  @Problems('unauthenticated', 'role-missing')
  list(@Actor() actor: Person): Promise<EntryProposalList> {
    return this.proposals.list(actor);
  }

  @Get('entry-proposals/:id')
  @ApiOperation({ operationId: 'getEntryProposal', summary: '一条送审的公开信息 · One of them' })
  @ApiOkResponse({ standardSchema: EntryProposal })
  @Problems('unauthenticated', 'role-missing', 'not-found')
  find(@Actor() actor: Person, @Param('id') id: string): Promise<EntryProposal> {
    return this.proposals.find(actor, id);
  }

  /** Proposes an entry of the own organ with a file that was handed in before; it is looked through for what it tells of people. */
  @Post('entry-proposals')
  @HttpCode(201)
  @ApiOperation({ operationId: 'proposeEntry', summary: '附文件送审 · Propose an entry with its file' })
  @ApiBody(bodyOf('NewEntryProposal'))
  @ApiCreatedResponse({ standardSchema: EntryProposal })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing')
  propose(@Actor() actor: Person, @Body({ schema: NewEntryProposal }) body: NewEntryProposal): Promise<EntryProposal> {
    return this.proposals.propose(actor, body);
  }

  /** Proposes a file for an entry that is public, in the place of the one it has: anybody fetches that until the other is confirmed. */
  @Put('disclosures/:id/file')
  @RouteConfig(TAKES_FILE)
  @ApiOperation({ operationId: 'putDisclosureFile', summary: '附上文件送审 · Propose a file for one' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiOkResponse({ standardSchema: EntryProposal })
  @Problems(
    ...(['unauthenticated', 'csrf', 'role-missing', 'not-found', 'too-large', 'unsupported-media-type'] as const),
    ...(['invalid-request', 'file-not-what-it-says', 'file-infected', 'scanner-silent', 'disclosure-reviewed'] as const),
  )
  async proposeFile(@CurrentExchange() { actor, request }: Exchange, @Param('id') id: string): Promise<EntryProposal> {
    const { filename: name, mimetype: mime, content, drop } = await filePartOf(request);
    try {
      return await this.proposals.proposeFile(actor, id, { content, claim: { name, mime } });
    } finally {
      drop();
    }
  }

  /** Reads on in its file; makes it public as exactly these words and bytes, by a second person; or gives it back. */
  @Post('entry-proposals/:id/moves')
  @HttpCode(200)
  @ApiOperation({ operationId: 'moveEntryProposal', summary: '审查送审的公开信息 · Review one' })
  @ApiBody(bodyOf('EntryProposalMove'))
  @ApiOkResponse({ standardSchema: EntryProposal })
  @Problems(
    ...(['unauthenticated', 'role-missing', 'not-found', 'proposal-settled', 'proposal-other-bytes'] as const),
    ...(['proposal-not-clean', 'self-approval', 'file-altered'] as const),
    ...OF_A_BODY,
  )
  move(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: EntryProposalMove }) body: EntryProposalMove,
  ): Promise<EntryProposal> {
    return this.proposals.move(actor, id, body);
  }
}
