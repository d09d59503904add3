import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '@gongkai/casework';
import { ReadingView } from '@gongkai/contracts';
import { Readings } from '@gongkai/intake';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Problems } from '../openapi/problems.decorator.js';

/** What scans seem to say. */
@ApiTags('files')
@NeedsOfficer()
@Controller('files/:id/reading')
export class ReadingController {
  constructor(private readonly readings: Readings) {}

  /**
   * What was read of a scan or PDF, by the fields of an application, with the place on the page. Asking has it read next. Proposals to
   * compare with the page: whoever is told a number of an identity card stands in the administration log.
   */
  @Get()
  @ApiOperation({ operationId: 'getReading', summary: '识读结果 · What was read of a file' })
  @ApiOkResponse({ standardSchema: ReadingView })
  @Problems('unauthenticated', 'role-missing', 'not-found')
  reading(@Actor() actor: Person, @Param('id') id: string): Promise<ReadingView> {
    return this.readings.of(id, actor);
  }
}
