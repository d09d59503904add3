import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Webhooks, type Person } from '@gongkai/casework';
import { NewWebhook, WebhookChange, WebhookTarget, WebhookTargets, WebhookTest } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

/** Places outside at which an organ has its people told: robots of WeCom and DingTalk, gateways. */
@ApiTags('administration')
@NeedsOfficer()
@Controller('admin/webhooks')
export class AdminWebhooksController {
  constructor(private readonly webhooks: Webhooks) {}

  /** Those of the own organ and below; address and secret are told to nobody. */
  @Get()
  @ApiOperation({ operationId: 'listWebhooks', summary: '推送 · Webhooks' })
  @ApiOkResponse({ standardSchema: WebhookTargets })
  @Problems('unauthenticated', 'role-missing')
  list(@Actor() actor: Person): Promise<WebhookTargets> {
    return this.webhooks.list(actor);
  }

  /** Adds one; it is told what is rung from then on. */
  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'addWebhook', summary: '新增推送 · Add a webhook' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewWebhook' } })
  @ApiCreatedResponse({ standardSchema: WebhookTarget })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found')
  add(@Actor() actor: Person, @Body({ schema: NewWebhook }) webhook: NewWebhook): Promise<WebhookTarget> {
    return this.webhooks.add(actor, webhook);
  }

  /** What is not named stays, address and secret too. */
  @Patch(':id')
  @ApiOperation({ operationId: 'changeWebhook', summary: '修改推送 · Change a webhook' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/WebhookChange' } })
  @ApiOkResponse({ standardSchema: WebhookTarget })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found')
  change(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: WebhookChange }) change: WebhookChange,
  ): Promise<WebhookTarget> {
    return this.webhooks.change(actor, id, change);
  }

  /** What waits for it is not told there any more. */
  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeWebhook', summary: '删除推送 · Remove a webhook' })
  @ApiNoContentResponse()
  @Problems('unauthenticated', 'csrf', 'role-missing', 'not-found')
  remove(@Actor() actor: Person, @Param('id') id: string): Promise<void> {
    return this.webhooks.remove(actor, id);
  }

  /** Posts a message that tells of no case, and tells what the other side answered. */
  @Post(':id/test')
  @HttpCode(200)
  @ApiOperation({ operationId: 'testWebhook', summary: '发送测试消息 · Send a test message' })
  @ApiOkResponse({ standardSchema: WebhookTest })
  @Problems('unauthenticated', 'csrf', 'role-missing', 'not-found')
  test(@Actor() actor: Person, @Param('id') id: string): Promise<WebhookTest> {
    return this.webhooks.test(actor, id);
  }
}
