import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Notifications, Snoozes, type Person } from '@gongkai/casework';
import { Acknowledged, NotificationList, NotificationQuery, ReminderMails, Snooze, SnoozeChoices } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

/** What the person at the screen was told. */
@ApiTags('notifications')
@NeedsOfficer()
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: Notifications,
    private readonly snoozes: Snoozes,
  ) {}

  /** Reminders and turns, newest first, with the number of those not acknowledged. */
  @Get()
  @ApiOperation({ operationId: 'listNotifications', summary: '提醒 · What the reader was told' })
  @ApiOkResponse({ standardSchema: NotificationList })
  @Problems('unauthenticated', 'invalid-request')
  list(@Actor() actor: Person, @Query({ schema: NotificationQuery }) query: NotificationQuery): Promise<NotificationList> {
    return this.notifications.list(actor, query);
  }

  /** A reminder that has to be acknowledged does not come again. */
  @Post(':id/acknowledge')
  @HttpCode(204)
  @ApiOperation({ operationId: 'acknowledgeNotification', summary: '知悉 · Confirm that one was read' })
  @ApiNoContentResponse()
  @Problems('unauthenticated', 'csrf', 'not-found')
  acknowledge(@Actor() actor: Person, @Param('id') id: string): Promise<void> {
    return this.notifications.acknowledge(actor, id);
  }

  /** An hour of the office later, the next morning, the last morning before it rings again or is due. */
  @Get(':id/snooze')
  @ApiOperation({ operationId: 'listSnoozes', summary: '可以推迟到何时 · To which moments a reminder can be put off' })
  @ApiOkResponse({ standardSchema: SnoozeChoices })
  @Problems('unauthenticated', 'not-found')
  choices(@Actor() actor: Person, @Param('id') id: string): Promise<SnoozeChoices> {
    return this.snoozes.choices(actor, id);
  }

  /** It leaves the bell until then; never beyond the next reminder or the day it is about. */
  @Post(':id/snooze')
  @HttpCode(204)
  @ApiOperation({ operationId: 'snoozeNotification', summary: '稍后提醒 · Put a reminder off' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/Snooze' } })
  @ApiNoContentResponse()
  @Problems('unauthenticated', 'not-found', ...OF_A_BODY)
  snooze(@Actor() actor: Person, @Param('id') id: string, @Body({ schema: Snooze }) until: Snooze): Promise<void> {
    return this.snoozes.putOff(actor, id, until);
  }

  /** Everything that is there now. */
  @Post('acknowledge-all')
  @HttpCode(200)
  @ApiOperation({ operationId: 'acknowledgeNotifications', summary: '全部知悉 · Confirm that all were read' })
  @ApiOkResponse({ standardSchema: Acknowledged })
  @Problems('unauthenticated', 'csrf')
  acknowledgeAll(@Actor() actor: Person): Promise<Acknowledged> {
    return this.notifications.acknowledgeAll(actor);
  }

  /** Reminders of a round in one letter, or each by itself. */
  @Get('mails')
  @ApiOperation({ operationId: 'getReminderMails', summary: '提醒邮件 · How the reader has reminders mailed' })
  @ApiOkResponse({ standardSchema: ReminderMails })
  @Problems('unauthenticated')
  mails(@Actor() actor: Person): Promise<ReminderMails> {
    return this.notifications.mails(actor);
  }

  @Put('mails')
  @ApiOperation({ operationId: 'setReminderMails', summary: '设置提醒邮件 · Have reminders mailed otherwise' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/ReminderMails' } })
  @ApiOkResponse({ standardSchema: ReminderMails })
  @Problems('unauthenticated', ...OF_A_BODY)
  setMails(@Actor() actor: Person, @Body({ schema: ReminderMails }) mails: ReminderMails): Promise<ReminderMails> {
    return this.notifications.setMails(actor, mails);
  }
}
