import { MailedLetters, type Person } from '@gongkai/casework';
import { LetterMails } from '@gongkai/contracts';
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Problems } from '../openapi/problems.decorator.js';

/** Letters that are mailed to their applicant from here. */
@ApiTags('cases')
@NeedsOfficer()
@Controller('cases/:id/letter-mails')
export class LetterMailsController {
  constructor(private readonly mailed: MailedLetters) {}

  /** How each letter of the case that left by e-mail stands; none where no mail server is set, or another mailbox was taken. */
  @Get()
  @ApiOperation({ operationId: 'listLetterMails', summary: '文书的邮件发送情况 · How its letters by e-mail stand' })
  @ApiOkResponse({ standardSchema: LetterMails })
  @Problems('unauthenticated', 'case-not-found')
  list(@Actor() actor: Person, @Param('id') id: string): Promise<LetterMails> {
    return this.mailed.list(actor, id);
  }

  /** One that was given up, to the same address. */
  @Post(':mailId/send')
  @HttpCode(200)
  @ApiOperation({ operationId: 'sendLetterMail', summary: '重新发送文书邮件 · Mail a letter again' })
  @ApiOkResponse({ standardSchema: LetterMails })
  @Problems('unauthenticated', 'csrf', 'case-not-found', 'role-missing', 'not-found')
  send(@Actor() actor: Person, @Param('id') id: string, @Param('mailId') mailId: string): Promise<LetterMails> {
    return this.mailed.sendAgain(actor, id, mailId);
  }
}
