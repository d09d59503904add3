import { LinkMails } from '@gongkai/casework';
import { CaseView, LAW_CODES, LinkByMail } from '@gongkai/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { bodyOf } from '../openapi/body-of.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

/** The link of a letter goes by mail. */
@ApiTags('cases')
@NeedsOfficer()
@Controller('cases/:id/consultations/:consultationId/link-mail')
export class LinkMailsController {
  constructor(private readonly linkMails: LinkMails) {}

  /** To who is consulted and agreed to it; a letter that has not left leaves by this. */
  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'mailAnswerLink', summary: '邮件发送答复网址 · Mail the link by which a letter is answered' })
  @ApiBody(bodyOf('LinkByMail'))
  @ApiOkResponse({ standardSchema: CaseView, description: 'The case after it; its history has what the mail server answered.' })
  @Problems(
    ...(['unauthenticated', ...OF_A_BODY, 'case-not-found', 'not-found', 'role-missing', 'case-changed'] as const),
    ...(['step-not-permitted', 'letter-not-awaited', 'link-answered', 'mail-not-sent', ...LAW_CODES] as const),
  )
  send(
    @CurrentExchange() { actor, language }: Exchange,
    @Param('id') caseId: string,
    @Param('consultationId') consultationId: string,
    @Body({ schema: LinkByMail }) body: LinkByMail,
  ): Promise<CaseView> {
    return this.linkMails.send({ caseId, consultationId, actor, language }, body);
  }
}
