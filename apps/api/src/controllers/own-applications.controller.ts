import { OwnCases } from '@gongkai/casework';
import {
  ApplicationStanding,
  OwnCorrection,
  OwnMail,
  OwnPayment,
  OwnReceipt,
  OwnSuggestion,
  OwnWithdrawal,
  PublicFile,
  StandingQuery,
} from '@gongkai/contracts';
import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attachment } from '../http/attachment.js';
import { OwnRequest, type Applying } from '../http/applying.js';
import { TAKES_FILE } from '../http/body-type.js';
import { filePartOf } from '../http/file-part.js';
import { OPEN } from '../http/gate.js';
import { IDEMPOTENCY_KEY } from '../http/preconditions.js';
import { PROOF_OF_WORK, proofIn } from '../http/proof.js';
import { bodyOf } from '../openapi/body-of.js';
import { OF_A_BODY, OF_A_FILE, Problems } from '../openapi/problems.decorator.js';
import { FORM, INERT } from './files.controller.js';

const OF_AN_ACT = [...OF_A_BODY, 'application-not-found', 'too-many-attempts', 'act-not-open'] as const;
const NUMBER = { name: 'number', type: 'string' } as const;
/** What applicants do in their own cases, by the number and the query code of the receipt: no session. */
@ApiTags('public')
@Controller('public/applications/:number')
export class OwnApplicationsController {
  constructor(private readonly own: OwnCases) {}

  /** A paper that was sent to the applicant. The first time it is fetched over the portal is its service. */
  @Get('files/:id')
  @RouteConfig(OPEN)
  @ApiParam({ name: 'id', type: 'string' })
  @ApiParam(NUMBER)
  @ApiOperation({ operationId: 'fetchOwnPaper', summary: '下载文书 · Fetch a notice', security: [] })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The content.', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  @Problems('invalid-request', 'application-not-found', 'not-found', 'file-altered', 'too-many-attempts')
  async paper(
    @Query({ schema: StandingQuery }) { code }: StandingQuery,
    @OwnRequest() request: Applying,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { view, content } = await this.own.open(request.acting(code, null), request.paper, request.isGet);
    reply.headers({ 'content-security-policy': INERT, 'cache-control': 'no-store' });
    const disposition = attachment(view.name);
    return new StreamableFile(content, { type: view.mime, disposition, length: view.size });
  }

  /** Takes a file that goes along with a correction or a payment: a PDF or a picture, 10 MB at most. */
  @Post('files')
  @HttpCode(201)
  @RouteConfig({ ...OPEN, ...TAKES_FILE })
  @ApiParam(NUMBER)
  @ApiOperation({ operationId: 'addOwnFile', summary: '上传补正材料或者凭证 · Hand in a file', security: [] })
  @ApiHeader(PROOF_OF_WORK)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiCreatedResponse({ standardSchema: PublicFile })
  @Problems(...OF_A_FILE, ...(['application-not-found', 'too-many-attempts', 'too-many-requests', 'proof-needed'] as const))
  async addFile(
    @Query({ schema: StandingQuery }) { code }: StandingQuery,
    @OwnRequest() own: Applying,
    @Req() request: FastifyRequest,
  ): Promise<PublicFile> {
    const { filename: name, mimetype: mime, content, drop } = await filePartOf(request);
    try {
      return await this.own.addFile(own.acting(code, null), { proof: proofIn(request), claim: { name, mime }, content });
    } finally {
      drop();
    }
  }

  /** Answers a correction notice, while one is waited for. It is received today, whatever the hour. */
  @Post('correction')
  @HttpCode(200)
  @RouteConfig(OPEN)
  @ApiParam(NUMBER)
  @ApiOperation({ operationId: 'correctOwn', summary: '补正 · Answer a correction notice', security: [] })
  @ApiHeader(IDEMPOTENCY_KEY)
  @ApiBody(bodyOf('OwnCorrection'))
  @ApiOkResponse({ standardSchema: ApplicationStanding })
  @Problems(...OF_AN_ACT, 'idempotency-key-reused', 'correction-late')
  correct(
    @Body({ schema: OwnCorrection }) { code, ...body }: OwnCorrection,
    @OwnRequest() request: Applying,
  ): Promise<ApplicationStanding> {
    return this.own.correct(request.acting(code, body), body);
  }

  /** Lays the slip of a payment before the office, which compares it with its account. */
  @Post('payment-proof')
  @HttpCode(200)
  @RouteConfig(OPEN)
  @ApiParam(NUMBER)
  @ApiOperation({ operationId: 'proveOwnPayment', summary: '交缴费凭证 · Hand in the slip of a payment', security: [] })
  @ApiBody(bodyOf('OwnPayment'))
  @ApiOkResponse({ standardSchema: ApplicationStanding })
  @Problems(...OF_AN_ACT)
  pay(
    @Body({ schema: OwnPayment }) { code, ...body }: OwnPayment,
    @OwnRequest() request: Applying,
  ): Promise<ApplicationStanding> {
    return this.own.pay(request.acting(code, body), body);
  }

  /** Takes the application back, before the reply goes out. */
  @Post('withdrawal')
  @HttpCode(200)
  @RouteConfig(OPEN)
  @ApiParam(NUMBER)
  @ApiOperation({ operationId: 'withdrawOwn', summary: '撤回申请 · Withdraw', security: [] })
  @ApiHeader(IDEMPOTENCY_KEY)
  @ApiBody(bodyOf('OwnWithdrawal'))
  @ApiOkResponse({ standardSchema: ApplicationStanding })
  @Problems(...OF_AN_ACT, 'idempotency-key-reused', 'withdrawal-late', 'holds-merged-cases')
  withdraw(
    @Body({ schema: OwnWithdrawal }) { code, ...body }: OwnWithdrawal,
    @OwnRequest() request: Applying,
  ): Promise<ApplicationStanding> {
    return this.own.withdraw(request.acting(code, body), body);
  }

  /** Suggests that what was given out be published (REG 44), once the reply has left. */
  @Post('suggestion')
  @HttpCode(200)
  @RouteConfig(OPEN)
  @ApiParam(NUMBER)
  @ApiOperation({ operationId: 'suggestOwn', summary: '建议主动公开 · Suggest publication', security: [] })
  @ApiHeader(IDEMPOTENCY_KEY)
  @ApiBody(bodyOf('OwnSuggestion'))
  @ApiOkResponse({ standardSchema: ApplicationStanding })
  @Problems(...OF_AN_ACT, 'idempotency-key-reused')
  suggest(
    @Body({ schema: OwnSuggestion }) { code, ...body }: OwnSuggestion,
    @OwnRequest() request: Applying,
  ): Promise<ApplicationStanding> {
    return this.own.suggest(request.acting(code, body), body);
  }

  /** Says that a notice is here: the proof of its service. A second time changes nothing. */
  @Post('receipts')
  @HttpCode(200)
  @RouteConfig(OPEN)
  @ApiParam(NUMBER)
  @ApiOperation({ operationId: 'confirmOwnNotice', summary: '确认收到 · Say that a notice is here', security: [] })
  @ApiBody(bodyOf('OwnReceipt'))
  @ApiOkResponse({ standardSchema: ApplicationStanding })
  @Problems(...OF_AN_ACT)
  confirm(
    @Body({ schema: OwnReceipt }) { code, ...body }: OwnReceipt,
    @OwnRequest() request: Applying,
  ): Promise<ApplicationStanding> {
    return this.own.confirm(request.acting(code, body), body);
  }

  /** Tells of each step by mail from now on, or no more. */
  @Post('mail')
  @HttpCode(200)
  @RouteConfig(OPEN)
  @ApiParam(NUMBER)
  @ApiOperation({ operationId: 'tellByMail', summary: '邮件告知进展 · Be told by mail', security: [] })
  @ApiBody(bodyOf('OwnMail'))
  @ApiOkResponse({ standardSchema: ApplicationStanding })
  @Problems(...OF_A_BODY, 'application-not-found', 'too-many-attempts')
  mail(@Body({ schema: OwnMail }) { code, ...body }: OwnMail, @OwnRequest() request: Applying): Promise<ApplicationStanding> {
    return this.own.mail(request.acting(code, body), body);
  }
}
