import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Directory, type Person } from '@gongkai/casework';
import { OrganView, PersonList, Role } from '@gongkai/contracts';
import { z } from 'zod';
import { Actor, FOR_ASSESSORS } from '../http/gate.js';
import { Problems } from '../openapi/problems.decorator.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';

const OrganList = z.object({ items: z.array(OrganView) }).meta({ id: 'OrganList' });
const PeopleQuery = z.strictObject({ organ: z.string().max(200).optional(), role: Role.optional() });

/** The organs and people that the reader has to do with. */
@ApiTags('directory')
@NeedsOfficer()
@Controller()
export class DirectoryController {
  constructor(private readonly directory: Directory) {}

  /** The own organ, and those below for who sees them. */
  @Get('organs')
  @RouteConfig(FOR_ASSESSORS)
  @ApiOperation({ operationId: 'listOrgans', summary: '机关 · Organs in sight' })
  @ApiOkResponse({ standardSchema: OrganList })
  @Problems('unauthenticated')
  async organs(@Actor() actor: Person): Promise<z.infer<typeof OrganList>> {
    return { items: [...(await this.directory.organs(actor))] };
  }

  /** Who works there, for instance everybody a case can be given to. */
  @Get('people')
  @ApiOperation({ operationId: 'listPeople', summary: '人员 · People in sight' })
  @ApiOkResponse({ standardSchema: PersonList })
  @Problems('unauthenticated', 'invalid-request')
  async people(@Actor() actor: Person, @Query({ schema: PeopleQuery }) filter: z.infer<typeof PeopleQuery>): Promise<PersonList> {
    return { items: [...(await this.directory.people(actor, filter))] };
  }
}
