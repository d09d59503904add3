import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Administration, type Person } from '@gongkai/casework';
import { AdministeredOrgan, FeeTariff, GuideVersions, NewGuide, NewOrgan, OrganChange } from '@gongkai/contracts';
import { z } from 'zod';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

const OrganTree = z.object({ items: z.array(AdministeredOrgan), feeTariff: FeeTariff.nullable() }).meta({ id: 'OrganTree' });

/** The tree of organs and units. */
@ApiTags('administration')
@NeedsOfficer()
@Controller('admin/organs')
export class AdminOrgansController {
  constructor(private readonly administration: Administration) {}

  /** The own organ and everything below, from the top down. */
  @Get()
  @ApiOperation({ operationId: 'listAdministeredOrgans', summary: '机构管理 · The organs one administers' })
  @ApiOkResponse({ standardSchema: OrganTree })
  @Problems('unauthenticated', 'role-missing')
  async list(@Actor() actor: Person): Promise<z.infer<typeof OrganTree>> {
    const { organs } = this.administration;
    return { items: await organs.list(actor), feeTariff: organs.feeTariff() };
  }

  /** Adds an organ or unit below another. */
  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'createOrgan', summary: '新增机构 · Add an organ or unit' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewOrgan' } })
  @ApiCreatedResponse({ standardSchema: AdministeredOrgan })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing')
  create(@Actor() actor: Person, @Body({ schema: NewOrgan }) organ: NewOrgan): Promise<AdministeredOrgan> {
    return this.administration.organs.create(actor, organ);
  }

  /** Renames an organ, or moves it with everything below. */
  @Patch(':code')
  @ApiOperation({ operationId: 'changeOrgan', summary: '修改机构 · Rename or move an organ' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/OrganChange' } })
  @ApiOkResponse({ standardSchema: AdministeredOrgan })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found')
  change(
    @Actor() actor: Person,
    @Param('code') code: string,
    @Body({ schema: OrganChange }) change: OrganChange,
  ): Promise<AdministeredOrgan> {
    return this.administration.organs.change(actor, code, change);
  }

  /** Takes away an organ that has never been worked in. */
  @Delete(':code')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeOrgan', summary: '删除空机构 · Remove an empty organ' })
  @ApiNoContentResponse()
  @Problems('unauthenticated', 'csrf', 'role-missing', 'not-found', 'organ-not-empty')
  remove(@Actor() actor: Person, @Param('code') code: string): Promise<void> {
    return this.administration.organs.remove(actor, code);
  }

  /** Every version of a guide, with who changed it and when. */
  @Get(':code/guide')
  @ApiOperation({ operationId: 'listGuideVersions', summary: '公开指南的各版 · The versions of a guide' })
  @ApiOkResponse({ standardSchema: GuideVersions })
  @Problems('unauthenticated', 'role-missing', 'not-found')
  guide(@Actor() actor: Person, @Param('code') code: string): Promise<GuideVersions> {
    return this.administration.guides.versions(actor, code);
  }

  /** Announces a new version of a guide, from today or a later day. */
  @Put(':code/guide')
  @ApiOperation({ operationId: 'publishGuide', summary: '发布公开指南 · Publish a guide' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewGuide' } })
  @ApiOkResponse({ standardSchema: GuideVersions })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found')
  publishGuide(
    @Actor() actor: Person,
    @Param('code') code: string,
    @Body({ schema: NewGuide }) guide: NewGuide,
  ): Promise<GuideVersions> {
    return this.administration.guides.publish(actor, code, guide);
  }
}
