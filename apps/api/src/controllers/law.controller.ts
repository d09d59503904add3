import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CalendarYearView, CHANNELS, ChannelsView, GroundsView } from '@gongkai/contracts';
import { groundsView } from '@gongkai/casework';
import { Clock, LawLibrary } from '@gongkai/platform';
import { inForce } from '@gongkai/statutes';
import { z } from 'zod';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Problems } from '../openapi/problems.decorator.js';

const Year = z.coerce.number().int().min(1900).max(9999);

/** The law as this installation has it, to be read beside a case. */
@ApiTags('law')
@NeedsOfficer()
@Controller()
export class LawController {
  constructor(
    private readonly laws: LawLibrary,
    private readonly clock: Clock,
  ) {}

  /** What is asked of an arrival beside its day. */
  @Get('channels')
  @ApiOperation({ operationId: 'getChannels', summary: '各渠道登记事项 · What is asked of an arrival, by channel' })
  @ApiOkResponse({ standardSchema: ChannelsView })
  @Problems('unauthenticated')
  channels(): ChannelsView {
    const { law } = this.laws.statute();
    const today = this.clock.today();
    const asked = CHANNELS.map((channel) => [channel, inForce(law, `intake.evidence.${channel}`, today)]);
    return { channels: Object.fromEntries(asked) as ChannelsView['channels'] };
  }

  /** Which days of a year are off, and which Saturdays and Sundays are worked. */
  @Get('calendars/:region/:year')
  @ApiOperation({ operationId: 'getCalendarYear', summary: '工作日历 · A year of working days' })
  @ApiOkResponse({ standardSchema: CalendarYearView })
  @Problems('unauthenticated', 'invalid-request', 'not-found')
  calendarYear(@Param('region') region: string, @Param('year', { schema: Year }) year: number): CalendarYearView {
    const { holidays, makeupWorkdays, ...rest } = this.laws.calendarYear(region, year);
    return { ...rest, holidays: [...holidays], makeupWorkdays: [...makeupWorkdays] };
  }

  /** What can be decided on an item, and the grounds for withholding. */
  @Get('grounds')
  @ApiOperation({ operationId: 'getGrounds', summary: '决定与理由 · Decisions and grounds' })
  @ApiOkResponse({ standardSchema: GroundsView })
  @Problems('unauthenticated')
  grounds(@CurrentExchange() { language }: Exchange): GroundsView {
    return groundsView(this.laws.grounds(), language);
  }
}
