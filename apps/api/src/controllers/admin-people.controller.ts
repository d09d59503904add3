import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Administration, type Person } from '@gongkai/casework';
import { AdministeredPerson, NewPerson, OneTimePassword, PersonChange, PersonWithPassword, StaffQuery } from '@gongkai/contracts';
import { z } from 'zod';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, OF_LEAVING, Problems } from '../openapi/problems.decorator.js';
import { asQuery } from '../openapi/zod-schemas.js';

const StaffList = z.object({ items: z.array(AdministeredPerson), nextCursor: z.string().nullable() }).meta({ id: 'StaffList' });
const ListQuery = asQuery(StaffQuery);

/** The people of the organs one administers. */
@ApiTags('administration')
@NeedsOfficer()
@Controller('admin/people')
export class AdminPeopleController {
  constructor(private readonly administration: Administration) {}

  /** One page, by log-in. */
  @Get()
  @ApiOperation({ operationId: 'listStaff', summary: '人员管理 · The people one administers' })
  @ApiOkResponse({ standardSchema: StaffList })
  @Problems('unauthenticated', 'invalid-request', 'role-missing')
  list(@Actor() actor: Person, @Query({ schema: ListQuery }) query: StaffQuery): Promise<z.infer<typeof StaffList>> {
    return this.administration.staff.list(actor, query);
  }

  /** Takes a person in. The password is told once, for the first log-in. */
  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'createPerson', summary: '新增人员 · Take a person in' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewPerson' } })
  @ApiCreatedResponse({ standardSchema: PersonWithPassword })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing')
  create(@Actor() actor: Person, @Body({ schema: NewPerson }) person: NewPerson): Promise<PersonWithPassword> {
    return this.administration.staff.create(actor, person);
  }

  /** One of them. */
  @Get(':id')
  @ApiOperation({ operationId: 'getPerson', summary: '人员 · A person' })
  @ApiOkResponse({ standardSchema: AdministeredPerson })
  @Problems('unauthenticated', 'role-missing', 'not-found')
  view(@Actor() actor: Person, @Param('id') id: string): Promise<AdministeredPerson> {
    return this.administration.staff.view(actor, id);
  }

  /** Renames a person, moves them to another organ, or lets them in no more (or again). Who leaves an organ leaves no session and no token. */
  @Patch(':id')
  @ApiOperation({ operationId: 'changePerson', summary: '修改、停用、启用人员 · Change a person' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/PersonChange' } })
  @ApiOkResponse({ standardSchema: AdministeredPerson })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found', ...OF_LEAVING)
  change(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: PersonChange }) change: PersonChange,
  ): Promise<AdministeredPerson> {
    return this.administration.staff.change(actor, id, change);
  }

  /** Gives a new password, told once; the person is logged out, their tokens are taken back, and they have to choose their own. */
  @Post(':id/password')
  @HttpCode(200)
  @ApiOperation({ operationId: 'resetPassword', summary: '重置密码 · Reset a password' })
  @ApiOkResponse({ standardSchema: OneTimePassword })
  @Problems('unauthenticated', 'csrf', 'role-missing', 'not-found', 'own-account')
  async resetPassword(@Actor() actor: Person, @Param('id') id: string): Promise<OneTimePassword> {
    return { password: await this.administration.staff.resetPassword(actor, id) };
  }

  /** Takes the second step away from the log-in of who has lost their authenticator; the person is logged out. */
  @Post(':id/second-factor/removal')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeSecondFactor', summary: '停用人员的两步登录 · Take the second step away from a log-in' })
  @ApiNoContentResponse()
  @Problems('unauthenticated', 'csrf', 'role-missing', 'not-found', 'own-account', 'second-factor-absent')
  async removeSecondFactor(@Actor() actor: Person, @Param('id') id: string): Promise<void> {
    await this.administration.staff.removeSecondFactor(actor, id);
  }
}
