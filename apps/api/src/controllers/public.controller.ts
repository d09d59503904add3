import { APPLICANT, Enquiries, OwnCases, Portal } from '@gongkai/casework';
import {
  ApplicationStanding,
  Challenge,
  Compendium,
  MailStop,
  PublicApplication,
  PublicFile,
  PublicGuide,
  PublicOrgans,
  PublicReceipt,
  StandingQuery,
  type Language,
} from '@gongkai/contracts';
import { Body, Controller, Get, HttpCode, Ip, Param, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { TAKES_FILE } from '../http/body-type.js';
import { AskedLanguage } from '../http/exchange.js';
import { filePartOf } from '../http/file-part.js';
import { OPEN } from '../http/gate.js';
import { IDEMPOTENCY_KEY, idempotencyOf } from '../http/preconditions.js';
import { PROOF_OF_WORK, proofIn } from '../http/proof.js';
import { OF_A_BODY, OF_A_FILE, Problems } from '../openapi/problems.decorator.js';

const OfOrgan = z.strictObject({ organ: z.string().min(1).max(200) });
const FORM = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

/** What anybody may ask and send: no session. */
@ApiTags('public')
@Controller('public')
export class PublicController {
  constructor(
    private readonly enquiries: Enquiries,
    private readonly portal: Portal,
    private readonly own: OwnCases,
  ) {}

  /** Who can be asked for information. */
  @Get('organs')
  @RouteConfig(OPEN)
  @ApiOperation({ operationId: 'listPublicOrgans', summary: '可以申请的行政机关 · Organs that can be asked', security: [] })
  @ApiOkResponse({ standardSchema: PublicOrgans })
  @Problems()
  organs(): Promise<PublicOrgans> {
    return this.portal.organs();
  }

  /** Where and how an organ is asked: what it has announced (REG 12). */
  @Get('organs/:id/guide')
  @RouteConfig(OPEN)
  @ApiOperation({ operationId: 'getGuide', summary: '公开指南 · The guide of an organ', security: [] })
  @ApiOkResponse({ standardSchema: PublicGuide })
  @Problems('not-found')
  guide(@Param('id') organ: string): Promise<PublicGuide> {
    return this.portal.guides.of(organ);
  }

  /** The guides of an organ and of everything below it, for one page. */
  @Get('organs/:id/guides')
  @RouteConfig(OPEN)
  @ApiOperation({ operationId: 'getCompendium', summary: '公开指南汇编 · The guides of a district', security: [] })
  @ApiOkResponse({ standardSchema: Compendium })
  @Problems('not-found')
  compendium(@Param('id') organ: string): Promise<Compendium> {
    return this.portal.guides.compendium(organ);
  }

  /** A sum for the sender's machine, whose answer opens the door where many knock. */
  @Get('challenge')
  @RouteConfig(OPEN)
  @ApiOperation({ operationId: 'getChallenge', summary: '验证计算 · A proof of work to be done', security: [] })
  @ApiOkResponse({ standardSchema: Challenge })
  @Problems()
  challenge(): Promise<Challenge> {
    return this.portal.challenge();
  }

  /** Takes a file that belongs to an application: a PDF or a picture, 10 MB at most. */
  @Post('files')
  @HttpCode(201)
  @RouteConfig({ ...OPEN, ...TAKES_FILE })
  @ApiOperation({ operationId: 'addPublicFile', summary: '上传申请材料 · Hand in a file with an application', security: [] })
  @ApiHeader(PROOF_OF_WORK)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiCreatedResponse({ standardSchema: PublicFile })
  @Problems(...OF_A_FILE, 'too-many-requests', 'proof-needed')
  async addFile(
    @Query({ schema: OfOrgan }) { organ }: z.infer<typeof OfOrgan>,
    @Ip() address: string,
    @Req() request: FastifyRequest,
  ): Promise<PublicFile> {
    const { filename: name, mimetype: mime, content, drop } = await filePartOf(request);
    try {
      return await this.portal.addFile({ organ, address, proof: proofIn(request), claim: { name, mime }, content });
    } finally {
      drop();
    }
  }

  /** Takes an application. It is received at once, unless the office has announced that it confirms by itself. */
  @Post('applications')
  @HttpCode(201)
  @RouteConfig(OPEN)
  @ApiOperation({ operationId: 'apply', summary: '网上申请 · Apply', security: [] })
  @ApiHeader(IDEMPOTENCY_KEY)
  @ApiHeader(PROOF_OF_WORK)
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/PublicApplication' } })
  @ApiCreatedResponse({ standardSchema: PublicReceipt })
  @Problems(...OF_A_BODY, 'idempotency-key-reused', 'too-many-requests', 'proof-needed')
  apply(
    @Body({ schema: PublicApplication }) body: PublicApplication,
    @Ip() address: string,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
  ): Promise<PublicReceipt> {
    const idempotency = idempotencyOf(request, { id: APPLICANT }, body);
    return this.portal.apply({ body, address, proof: proofIn(request), language, idempotency });
  }

  /** Where an application stands, by the number and the query code of its receipt. */
  @Get('applications/:number')
  @RouteConfig(OPEN)
  @ApiOperation({ operationId: 'followApplication', summary: '查询办理情况 · Where an application stands', security: [] })
  @ApiOkResponse({ standardSchema: ApplicationStanding })
  @Problems('invalid-request', 'application-not-found', 'too-many-attempts')
  standing(
    @Param('number') number: string,
    @Query({ schema: StandingQuery }) { code }: StandingQuery,
    @Ip() address: string,
    @AskedLanguage() language: Language,
  ): Promise<ApplicationStanding> {
    return this.enquiries.standing({ number, code, address, language });
  }

  /** No more mails about an application, by the token that each of them carries. */
  @Post('mail-stops')
  @HttpCode(204)
  @RouteConfig(OPEN)
  @ApiOperation({ operationId: 'stopMail', summary: '不再发邮件 · No more mails', security: [] })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/MailStop' } })
  @Problems(...OF_A_BODY)
  stopMail(@Body({ schema: MailStop }) { token }: MailStop): Promise<void> {
    return this.own.stopMail(token);
  }
}
