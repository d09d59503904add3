import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Administration, type Person } from '@gongkai/casework';
import { AdministeredPerson, NewPost, PostChange } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, OF_LEAVING, Problems } from '../openapi/problems.decorator.js';

/** The roles of a person in their organ. Each answers with the person as they are then. */
@ApiTags('administration')
@NeedsOfficer()
@Controller('admin/people/:id/posts')
export class AdminPostsController {
  constructor(private readonly administration: Administration) {}

  /** Gives a role, from a day on. */
  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'addPost', summary: '任职 · Give a role' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/NewPost' } })
  @ApiCreatedResponse({ standardSchema: AdministeredPerson })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found')
  add(@Actor() actor: Person, @Param('id') id: string, @Body({ schema: NewPost }) post: NewPost): Promise<AdministeredPerson> {
    return this.administration.posts.add(actor, id, post);
  }

  /** Sets or lifts the end of a post, or makes its holder head of the OGI unit. */
  @Patch(':postId')
  @ApiOperation({ operationId: 'changePost', summary: '修改任职 · Change a post' })
  @ApiBody({ required: true, schema: { $ref: '#/components/schemas/PostChange' } })
  @ApiOkResponse({ standardSchema: AdministeredPerson })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'not-found', ...OF_LEAVING)
  change(
    @Actor() actor: Person,
    @Param('id') personId: string,
    @Param('postId') postId: string,
    @Body({ schema: PostChange }) change: PostChange,
  ): Promise<AdministeredPerson> {
    return this.administration.posts.change(actor, { personId, postId }, change);
  }

  /** Takes a role away, from now on. */
  @Delete(':postId')
  @ApiOperation({ operationId: 'endPost', summary: '免职 · Take a role away' })
  @ApiOkResponse({ standardSchema: AdministeredPerson })
  @Problems('unauthenticated', 'csrf', 'role-missing', 'not-found', ...OF_LEAVING)
  end(@Actor() actor: Person, @Param('id') personId: string, @Param('postId') postId: string): Promise<AdministeredPerson> {
    return this.administration.posts.end(actor, { personId, postId });
  }
}
