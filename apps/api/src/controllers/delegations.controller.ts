import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Administration, type Person } from '@gongkai/casework';
import { DelegationView, NewDelegation } from '@gongkai/contracts';
import { z } from 'zod';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

const DelegationList = z.object({ items: z.array(DelegationView) }).meta({ id: 'DelegationList' });

/** Who signs in whose place: everybody's own (`me`), and for administrators that of their people. */
@ApiTags('directory')
@NeedsOfficer()
@Controller('people/:id/delegations')
export class DelegationsController {
  constructor(private readonly administration: Administration) {}

  /** Those given and taken, also past ones, the newest first. */
  @Get()
  @ApiOperation({ operationId: 'listDelegations', summary: '委托审批 · Delegations of sign-off, given and taken' })
  @ApiOkResponse({ standardSchema: DelegationList })
  @Problems('unauthenticated', 'not-found')
  async list(@Actor() actor: Person, @Param('id') id: string): Promise<z.infer<typeof DelegationList>> {
    return { items: await this.administration.delegations.list(actor, id) };
  }

  /** Lets somebody sign in this person's place. */
  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'grantDelegation', summary: '委托他人审批 · Delegate the sign-off' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewDelegation' } })
  @ApiCreatedResponse({ standardSchema: DelegationView })
  @Problems('unauthenticated', ...OF_A_BODY, 'not-found')
  grant(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Body({ schema: NewDelegation }) delegation: NewDelegation,
  ): Promise<DelegationView> {
    return this.administration.delegations.grant(actor, id, delegation);
  }

  /** Takes it back; it ends at once. */
  @Delete(':delegationId')
  @HttpCode(204)
  @ApiOperation({ operationId: 'revokeDelegation', summary: '撤回委托 · Revoke a delegation' })
  @ApiNoContentResponse()
  @Problems('unauthenticated', 'csrf', 'not-found')
  revoke(@Actor() actor: Person, @Param('id') personId: string, @Param('delegationId') delegationId: string): Promise<void> {
    return this.administration.delegations.revoke(actor, { personId, delegationId });
  }
}
