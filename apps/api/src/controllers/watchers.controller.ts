import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Watching, type Person } from '@gongkai/casework';
import { Watchers } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Problems } from '../openapi/problems.decorator.js';

/** Who watches a case. */
@ApiTags('cases')
@NeedsOfficer()
@Controller('cases/:id/watchers')
export class WatchersController {
  constructor(private readonly watching: Watching) {}

  /** Everybody who does, and whether the reader is one of them. */
  @Get()
  @ApiOperation({ operationId: 'listWatchers', summary: '关注人 · Who watches the case' })
  @ApiOkResponse({ standardSchema: Watchers })
  @Problems('unauthenticated', 'case-not-found')
  list(@Actor() actor: Person, @Param('id') id: string): Promise<Watchers> {
    return this.watching.watchers(actor, id);
  }

  /** The reader is told of its steps from now on. */
  @Put('me')
  @ApiOperation({ operationId: 'watchCase', summary: '关注 · Watch a case' })
  @ApiOkResponse({ standardSchema: Watchers })
  @Problems('unauthenticated', 'csrf', 'case-not-found')
  watch(@Actor() actor: Person, @Param('id') id: string): Promise<Watchers> {
    return this.watching.watch(actor, id);
  }

  /** And no more. */
  @Delete('me')
  @ApiOperation({ operationId: 'unwatchCase', summary: '取消关注 · Stop watching a case' })
  @ApiOkResponse({ standardSchema: Watchers })
  @Problems('unauthenticated', 'csrf', 'case-not-found')
  unwatch(@Actor() actor: Person, @Param('id') id: string): Promise<Watchers> {
    return this.watching.unwatch(actor, id);
  }
}
