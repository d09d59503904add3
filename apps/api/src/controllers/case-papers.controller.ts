import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseQueries, ReceiptSlips, type Person } from '@gongkai/casework';
import { DocumentsView, JournalPage, LedgerView, PageQuery, ReceiptSlip, ReminderList } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { asQuery } from '../openapi/zod-schemas.js';
import { Problems } from '../openapi/problems.decorator.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';

const JournalQuery = asQuery(PageQuery);

/** What lies in the folder of a case. */
@ApiTags('cases')
@NeedsOfficer()
@Controller('cases/:id')
export class CasePapersController {
  constructor(
    private readonly queries: CaseQueries,
    private readonly slips: ReceiptSlips,
  ) {}

  /** What the receipt gives the applicant to follow the case with. */
  @Get('receipt')
  @ApiOperation({ operationId: 'getReceipt', summary: '回执查询码 · How the applicant follows it' })
  @ApiOkResponse({ standardSchema: ReceiptSlip })
  @Problems('unauthenticated', 'case-not-found', 'role-missing')
  receipt(@Actor() actor: Person, @Param('id') id: string): Promise<ReceiptSlip> {
    return this.slips.slipOf(actor, id);
  }

  /** Every deadline, day by day. */
  @Get('ledger')
  @ApiOperation({ operationId: 'getLedger', summary: '期限账 · Every deadline with its derivation' })
  @ApiOkResponse({ standardSchema: LedgerView })
  @Problems('unauthenticated', 'case-not-found')
  ledger(@Actor() actor: Person, @Param('id') id: string): Promise<LedgerView> {
    return this.queries.ledger(actor, id);
  }

  /** Every fact, oldest first, exactly as it was hashed. */
  @Get('journal')
  @ApiOperation({ operationId: 'getJournal', summary: '办件记录 · Every fact, oldest first' })
  @ApiOkResponse({ standardSchema: JournalPage })
  @Problems('unauthenticated', 'invalid-request', 'case-not-found')
  journal(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Query({ schema: JournalQuery }) page: PageQuery,
  ): Promise<JournalPage> {
    return this.queries.journal(actor, id, page);
  }

  /** What went out, and what came in or was made. */
  @Get('documents')
  @ApiOperation({ operationId: 'getDocuments', summary: '文书与附件 · Notices and files' })
  @ApiOkResponse({ standardSchema: DocumentsView })
  @Problems('unauthenticated', 'case-not-found')
  documents(@Actor() actor: Person, @Param('id') id: string): Promise<DocumentsView> {
    return this.queries.documents(actor, id);
  }

  /** Who was told of which deadline, when, and the proof that it went out. */
  @Get('reminders')
  @ApiOperation({ operationId: 'getReminders', summary: '提醒记录 · Reminders that were sent' })
  @ApiOkResponse({ standardSchema: ReminderList })
  @Problems('unauthenticated', 'case-not-found')
  reminders(@Actor() actor: Person, @Param('id') id: string): Promise<ReminderList> {
    return this.queries.reminders(actor, id);
  }
}
