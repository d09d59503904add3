import type { Person } from '@gongkai/casework';
import {
  NewPublicationDraft,
  PublicationDraft,
  PublicationDraftChange,
  PublicationDraftList,
  PublicationDraftMove,
  PublicationDuties,
} from '@gongkai/contracts';
import { PublicationDrafts } from '@gongkai/publication';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Actor } from '../http/gate.js';
import { bodyOf } from '../openapi/body-of.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

const OF_A_DRAFT = ['role-missing', 'not-found', 'not-answered-openly', 'publication-settled', 'publication-changed'] as const;

/** Answers that are made public (REG 44): what of them, with what of applicants in it, reviewed by whom, published until when. */
@ApiTags('publication')
@NeedsOfficer()
@Controller()
export class PublicationDraftsController {
  constructor(private readonly drafts: PublicationDrafts) {}

  /** All that are open in sight, the first due first. */
  @Get('publications')
  @ApiOperation({ operationId: 'listOpenPublications', summary: '待公开的答复 · Answers on their way to the public' })
  @ApiOkResponse({ standardSchema: PublicationDraftList })
  @Problems('unauthenticated')
  open(@Actor() actor: Person): Promise<PublicationDraftList> {
    return this.drafts.open(actor);
  }

  /** Suggestions to answer, decisions to publish of which nothing is begun (REG 44), and what is to be assessed anew (REG 18). */
  @Get('publications/duties')
  @ApiOperation({ operationId: 'listPublicationDuties', summary: '公开待办 · What is owed to the public' })
  @ApiOkResponse({ standardSchema: PublicationDuties })
  @Problems('unauthenticated')
  duties(@Actor() actor: Person): Promise<PublicationDuties> {
    return this.drafts.duties(actor);
  }

  /** Those of a case, the oldest first; of one that is public, its address. */
  @Get('cases/:id/publications')
  @ApiOperation({ operationId: 'listPublications', summary: '办件的公开稿 · Publications of a case' })
  @ApiOkResponse({ standardSchema: PublicationDraftList })
  @Problems('unauthenticated', 'case-not-found')
  list(@Actor() actor: Person, @Param('id') id: string): Promise<PublicationDraftList> {
    return this.drafts.list(id, actor);
  }

  /** Begins one: from this day the period counts in which it is to be public. Its file is looked through for whoever asked. */
  @Post('cases/:id/publications')
  @HttpCode(201)
  @ApiOperation({ operationId: 'beginPublication', summary: '转为主动公开 · Make an answer public' })
  @ApiBody(bodyOf('NewPublicationDraft'))
  @ApiCreatedResponse({ standardSchema: PublicationDraft })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'case-not-found', 'not-answered-openly', 'step-not-permitted')
  begin(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: NewPublicationDraft }) body: NewPublicationDraft,
  ): Promise<PublicationDraft> {
    return this.drafts.begin(id, body, actor);
  }

  /** How it stands, and what the reader may do. */
  @Get('publications/:id')
  @ApiOperation({ operationId: 'getPublication', summary: '公开稿 · One of them' })
  @ApiOkResponse({ standardSchema: PublicationDraft })
  @Problems('unauthenticated', 'not-found')
  find(@Actor() actor: Person, @Param('id') id: string): Promise<PublicationDraft> {
    return this.drafts.find(id, actor);
  }

  /** Writes it anew; its file is looked through again. */
  @Put('publications/:id')
  @ApiOperation({ operationId: 'changePublication', summary: '修改公开稿 · Write it anew' })
  @ApiBody(bodyOf('PublicationDraftChange'))
  @ApiOkResponse({ standardSchema: PublicationDraft })
  @Problems('unauthenticated', ...OF_A_BODY, ...OF_A_DRAFT)
  change(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: PublicationDraftChange }) body: PublicationDraftChange,
  ): Promise<PublicationDraft> {
    return this.drafts.change(id, body, actor);
  }

  /** Reads on, submits it, passes its review of exactly these bytes, returns it, publishes it, or gives it up. */
  @Post('publications/:id/moves')
  @HttpCode(200)
  @ApiOperation({ operationId: 'movePublication', summary: '送审、审查、公开 · Submit, review, publish it' })
  @ApiBody(bodyOf('PublicationDraftMove'))
  @ApiOkResponse({ standardSchema: PublicationDraft })
  @Problems(
    ...(['unauthenticated', ...OF_A_BODY, ...OF_A_DRAFT, 'self-approval', 'publication-not-clean'] as const),
    ...(['publication-other-bytes', 'file-altered', 'step-not-permitted'] as const),
  )
  move(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: PublicationDraftMove }) move: PublicationDraftMove,
  ): Promise<PublicationDraft> {
    return this.drafts.move(id, move, actor);
  }
}
