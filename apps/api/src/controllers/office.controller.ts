import { addDays, weekday, type LocalDate, type WorkingDays } from '@gongkai/calendar';
import { dayKind } from '@gongkai/casework';
import { OfficeView } from '@gongkai/contracts';
import { Clock, LawLibrary } from '@gongkai/platform';
import { Controller, Get, Inject } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OPEN_TO_SCREENS } from '../http/gate.js';
import { Problems } from '../openapi/problems.decorator.js';
import { Surroundings } from '../surroundings.js';

/** This week and the weeks in which ten working days pass even around the longest holiday. */
const DAYS_SHOWN = 28;

/** The day of the office: screens have no other clock. */
@ApiTags('office')
@Controller('office')
export class OfficeController {
  constructor(
    private readonly clock: Clock,
    private readonly laws: LawLibrary,
    @Inject(Surroundings) private readonly surroundings: Surroundings,
  ) {}

  /** Today, what kind of days are around it, and how to get into the demonstration where this is one. */
  @Get()
  @RouteConfig(OPEN_TO_SCREENS)
  @ApiOperation({ operationId: 'getOffice', summary: '办公日 · The day of the office', security: [] })
  @ApiOkResponse({ standardSchema: OfficeView })
  @Problems()
  office(): OfficeView {
    const today = this.clock.today();
    const { calendar } = this.laws.statute();
    const monday = addDays(today, -((weekday(today) + 6) % 7));
    const days = Array.from({ length: DAYS_SHOWN }, (_, i) => dayOf(addDays(monday, i), calendar));
    const { signOn, smtpUrl, demonstration } = this.surroundings;
    return { today, days, signOn: signOn !== undefined, mailsLetters: smtpUrl !== undefined, demonstration };
  }
}

const dayOf = (date: LocalDate, calendar: WorkingDays): OfficeView['days'][number] => ({
  date,
  kind: dayKind(date, calendar),
  provisional: calendar.isProvisional(date),
});
