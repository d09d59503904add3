import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeadlinesRequest, Ledger } from '@gongkai/contracts';
import { LawLibrary } from '@gongkai/platform';
import { ledger } from '@gongkai/statutes';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';

/** The statutory clock by itself: facts in, deadlines out; nothing is kept. */
@ApiTags('deadlines')
@NeedsOfficer()
@Controller('deadlines')
export class DeadlinesController {
  constructor(private readonly laws: LawLibrary) {}

  /** The same answer as `gongkai deadlines`. */
  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'deadlinesOf', summary: '期限计算 · Deadlines from facts, with their derivation' })
  @ApiOkResponse({ standardSchema: Ledger })
  @Problems('unauthenticated', ...OF_A_BODY)
  deadlines(@Body({ schema: DeadlinesRequest }) request: DeadlinesRequest): Ledger {
    const { law, calendar } = this.laws.statute(request.statute);
    return ledger(request, law, calendar, { asOf: request.asOf });
  }
}
