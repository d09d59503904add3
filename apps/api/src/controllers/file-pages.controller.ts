import { Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { PageCopies, type Person } from '@gongkai/casework';
import { PageNumber, PagesView } from '@gongkai/contracts';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { Problems } from '../openapi/problems.decorator.js';

const PICTURE = { schema: { type: 'string', format: 'binary' } };

/** Scans and PDFs, page by page as pictures. The files themselves stay as they came. */
@ApiTags('files')
@NeedsOfficer()
@Controller('files/:id/pages')
export class FilePagesController {
  constructor(private readonly pages: PageCopies) {}

  /** How many pages a TIFF or PDF has, how many of them are drawn, and what is wrong with any. Asking has them drawn. */
  @Get()
  @ApiOperation({ operationId: 'listPages', summary: '扫描件各页 · Pages of a scan' })
  @ApiOkResponse({ standardSchema: PagesView })
  @Problems('unauthenticated', 'not-found')
  list(@Actor() actor: Person, @Param('id') id: string): Promise<PagesView> {
    return this.pages.list(id, actor);
  }

  /** Draws all pages anew, where some could not be drawn: the fault need not have been the file's. */
  @Post('again')
  @HttpCode(200)
  @ApiOperation({ operationId: 'drawPagesAgain', summary: '重新生成扫描件各页 · Draw the pages again' })
  @ApiOkResponse({ standardSchema: PagesView })
  @Problems('unauthenticated', 'csrf', 'not-found')
  again(@Actor() actor: Person, @Param('id') id: string): Promise<PagesView> {
    return this.pages.again(id, actor);
  }

  /** One page, for the screen. */
  @Get(':number')
  @ApiOperation({ operationId: 'getPage', summary: '扫描件的一页 · A page of a scan' })
  @ApiProduces('image/png', 'image/webp')
  @ApiOkResponse({ description: 'The picture.', content: { 'image/png': PICTURE, 'image/webp': PICTURE } })
  @Problems('unauthenticated', 'invalid-request', 'not-found')
  async picture(
    @Actor() actor: Person,
    @Param('id') id: string,
    @Param('number', { schema: PageNumber }) number: number,
  ): Promise<StreamableFile> {
    const { content, size, mime } = await this.pages.picture(id, number, actor);
    return new StreamableFile(content, { type: mime, length: size });
  }
}
