import { Consulted } from '@gongkai/casework';
import { ConsultedAnswer, ConsultedFileQuery, ConsultedQuery, ConsultedView, PublicFile } from '@gongkai/contracts';
import { Clock } from '@gongkai/platform';
import { Body, Controller, HttpCode, Ip, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { TAKES_FILE } from '../http/body-type.js';
import { filePartOf } from '../http/file-part.js';
import { OPEN } from '../http/gate.js';
import { PROOF_OF_WORK, proofIn } from '../http/proof.js';
import { ReadingLimit } from '../http/reading-limit.js';
import { bodyOf } from '../openapi/body-of.js';
import { OF_A_BODY, OF_A_FILE, Problems } from '../openapi/problems.decorator.js';
import { FORM } from './files.controller.js';

/** What somebody does who is consulted, by the link on the answer form: no session. By POST: the token belongs into no log of addresses. */
@ApiTags('public')
@Controller('public/consultations')
export class ConsultedController {
  readonly #limit: ReadingLimit;

  constructor(
    private readonly consulted: Consulted,
    clock: Clock,
  ) {
    this.#limit = new ReadingLimit(clock);
  }

  /** What the letter asks. */
  @Post('question')
  @HttpCode(200)
  @RouteConfig(OPEN)
  @ApiOperation({ operationId: 'askConsultation', summary: '征求意见的内容 · What a letter asks', security: [] })
  @ApiBody(bodyOf('ConsultedQuery'))
  @ApiOkResponse({ standardSchema: ConsultedView })
  @Problems(...OF_A_BODY, 'not-found', 'too-many-questions')
  question(@Body({ schema: ConsultedQuery }) { token }: ConsultedQuery, @Ip() address: string): Promise<ConsultedView> {
    this.#limit.count(address);
    return this.consulted.ask(token);
  }

  /** Takes a file that goes along with the answer: a PDF or a picture, 10 MB at most. */
  @Post('files')
  @HttpCode(201)
  @RouteConfig({ ...OPEN, ...TAKES_FILE })
  @ApiOperation({ operationId: 'addConsultationFile', summary: '上传答复材料 · Hand in a file with the answer', security: [] })
  @ApiHeader(PROOF_OF_WORK)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiCreatedResponse({ standardSchema: PublicFile })
  @Problems(
    ...OF_A_FILE,
    ...(['not-found', 'answer-not-open', 'too-many-requests', 'too-many-questions', 'proof-needed'] as const),
  )
  async addFile(
    @Query({ schema: ConsultedFileQuery }) { token }: ConsultedQuery,
    @Ip() address: string,
    @Req() request: FastifyRequest,
  ): Promise<PublicFile> {
    this.#limit.count(address);
    const { filename: name, mimetype: mime, content, drop } = await filePartOf(request);
    try {
      return await this.consulted.addFile(token, { address, proof: proofIn(request), claim: { name, mime }, content });
    } finally {
      drop();
    }
  }

  /** Answers, once. A person of the office takes it down, with the day on which it came. */
  @Post('answer')
  @HttpCode(200)
  @RouteConfig(OPEN)
  @ApiOperation({ operationId: 'answerConsultation', summary: '答复征求意见 · Answer a letter', security: [] })
  @ApiBody(bodyOf('ConsultedAnswer'))
  @ApiOkResponse({ standardSchema: ConsultedView })
  @Problems(...OF_A_BODY, 'not-found', 'answer-not-open', 'too-many-questions')
  answer(@Body({ schema: ConsultedAnswer }) body: ConsultedAnswer, @Ip() address: string): Promise<ConsultedView> {
    this.#limit.count(address);
    return this.consulted.answer(body);
  }
}
