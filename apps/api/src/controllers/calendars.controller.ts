import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Calendars, type CalendarAsked, type Person } from '@gongkai/casework';
import {
  CalendarEdition,
  CalendarFile,
  CalendarImpact,
  CalendarMoves,
  CalendarReading,
  CalendarRegion,
  CalendarReturn,
  NewCalendar,
  Refusal,
} from '@gongkai/contracts';
import { docxText, PageRedactor, pdfLines } from '@gongkai/platform';
import { readCalendarText } from '@gongkai/statutes';
import { z } from 'zod';
import { AskedCalendar, OfCalendar } from '../http/calendar-place.js';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

const ImpactQuery = z.strictObject({
  preview: z
    .enum(['true', 'false'])
    .optional()
    .describe('true: tell which cases would move from which day to which, and change nothing'),
});
type ImpactQuery = z.infer<typeof ImpactQuery>;
const EditionOrImpact = z.union([CalendarEdition, CalendarImpact]);

/** Pages of a notice: those of the State Council have two. */
const MOST_PAGES = 10;

/** @throws Refusal `invalid-request`: a scan has no words, and what cannot be opened, or is a book, is no notice */
async function wordsOfPdf(content: Buffer, redactor: PageRedactor): Promise<string> {
  const text = await pdfLines(content, redactor, MOST_PAGES);
  if (text === null) throw new Refusal('invalid-request', [{ path: 'pdf', code: 'notice-pdf', facts: { pages: MOST_PAGES } }]);
  if (text.trim() === '') throw new Refusal('invalid-request', [{ path: 'pdf', code: 'notice-scan' }]);
  return text;
}

/** The calendars that are imported over those of the installation. */
@ApiTags('law')
@NeedsOfficer()
@Controller('calendars')
export class CalendarsController {
  constructor(
    private readonly calendars: Calendars,
    private readonly redactor: PageRedactor,
  ) {}

  /** Takes a file apart, so that a form can be filled in with it; nothing is kept. */
  @Post('reading')
  @HttpCode(200)
  @ApiOperation({ operationId: 'readCalendarFile', summary: '读取日历文件 · What a file says of a year' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/CalendarFile' } })
  @ApiOkResponse({ standardSchema: CalendarReading })
  @Problems('unauthenticated', ...OF_A_BODY)
  async read(@Body({ schema: CalendarFile }) { text, docx, pdf }: CalendarFile): Promise<CalendarReading> {
    if (pdf !== undefined) return readCalendarText(await wordsOfPdf(Buffer.from(pdf, 'base64'), this.redactor));
    return readCalendarText(docx === undefined ? (text ?? '') : (docxText(Buffer.from(docx, 'base64')) ?? ''));
  }

  /** The years of a region, and every change of them. */
  @Get(':region')
  @ApiOperation({ operationId: 'getCalendarRegion', summary: '日历与导入 · The years of a region and their changes' })
  @ApiOkResponse({ standardSchema: CalendarRegion })
  @Problems('unauthenticated', 'invalid-request')
  region(@Actor() actor: Person, @Param('region') region: string): Promise<CalendarRegion> {
    return this.calendars.region(actor, region);
  }

  /** Imports a year, or tells what that would move. */
  @Post(':region/:year')
  @OfCalendar()
  @HttpCode(200)
  @ApiOperation({ operationId: 'importCalendar', summary: '导入一年的日历 · Import a year, or look at what it would move' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewCalendar' } })
  @ApiOkResponse({ standardSchema: EditionOrImpact, description: 'The change; with preview=true what it would move.' })
  @Problems('unauthenticated', ...OF_A_BODY, 'top-administrator-only', 'calendar-running')
  import(
    @AskedCalendar() asked: CalendarAsked,
    @Query({ schema: ImpactQuery }) { preview }: ImpactQuery,
    @Body({ schema: NewCalendar }) calendar: NewCalendar,
  ): Promise<CalendarEdition | CalendarImpact> {
    return preview === 'true' ? this.calendars.look(asked, calendar) : this.calendars.approve(asked, calendar);
  }

  /** Takes back what was imported last of a year, or tells what that would move. */
  @Post(':region/:year/return')
  @OfCalendar()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'revertCalendar',
    summary: '撤回导入的日历 · Take an imported year back, or look at what that would move',
  })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/CalendarReturn' } })
  @ApiOkResponse({ standardSchema: EditionOrImpact, description: 'The change; with preview=true what it would move.' })
  @Problems(
    'unauthenticated',
    ...OF_A_BODY,
    'top-administrator-only',
    'calendar-of-another-organ',
    'calendar-shipped',
    'calendar-running',
  )
  revert(
    @AskedCalendar() asked: CalendarAsked,
    @Query({ schema: ImpactQuery }) { preview }: ImpactQuery,
    @Body({ schema: CalendarReturn }) why: CalendarReturn,
  ): Promise<CalendarEdition | CalendarImpact> {
    return preview === 'true' ? this.calendars.lookBack(asked, why) : this.calendars.revert(asked, why);
  }

  /** The cases that a change has moved, each with its days before and after. */
  @Get('editions/:edition')
  @ApiOperation({ operationId: 'listCalendarMoves', summary: '日历改动的办件 · The cases that a change has moved' })
  @ApiOkResponse({ standardSchema: CalendarMoves })
  @Problems('unauthenticated', 'invalid-request', 'top-administrator-only')
  moves(
    @Actor() actor: Person,
    @Param('edition', { schema: z.coerce.number().int().min(1).max(1_000_000) }) edition: number,
  ): Promise<CalendarMoves> {
    return this.calendars.moves(actor, edition);
  }
}
