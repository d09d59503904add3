import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Administration, type Person } from '@gongkai/casework';
import { AbsenceList, AbsenceView, NewAbsence } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

/** When people are away: everybody's own (`me`), and for administrators that of their people. */
@ApiTags('directory')
@NeedsOfficer()
@Controller('people/:id/absences')
export class AbsencesController {
  constructor(private readonly administration: Administration) {}

  /** Those that are not over. */
  @Get()
  @ApiOperation({ operationId: 'listAbsences', summary: '外出 · Absences to come and under way' })
  @ApiOkResponse({ standardSchema: AbsenceList })
  @Problems('unauthenticated', 'not-found')
  list(@Actor() actor: Person, @Param('id') id: string): Promise<AbsenceList> {
    return this.administration.absences.list(actor, id);
  }

  /** Enters an absence, with who acts instead. */
  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'enterAbsence', summary: '登记外出 · Enter an absence' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewAbsence' } })
  @ApiCreatedResponse({ standardSchema: AbsenceView })
  @Problems('unauthenticated', ...OF_A_BODY, 'not-found')
  enter(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: NewAbsence }) absence: NewAbsence,
  ): Promise<AbsenceView> {
    return this.administration.absences.enter(actor, id, absence);
  }

  /** The person is back, or does not go. */
  @Delete(':absenceId')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endAbsence', summary: '销假 · End or cancel an absence' })
  @ApiNoContentResponse()
  @Problems('unauthenticated', 'csrf', 'not-found')
  end(@Actor() actor: Person, @Param('id') personId: string, @Param('absenceId') absenceId: string): Promise<void> {
    return this.administration.absences.end(actor, { personId, absenceId });
  }
}
