import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { StoredFiles } from '@gongkai/casework';
import { FileView } from '@gongkai/contracts';
import { z } from 'zod';
import { TAKES_FILE } from '../http/body-type.js';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { filePartOf } from '../http/file-part.js';
import { FOR_ASSESSORS, FOR_INTAKE } from '../http/gate.js';
import { IDEMPOTENCY_KEY, keyOf } from '../http/preconditions.js';
import { Problems } from '../openapi/problems.decorator.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';

/** Nothing in a file may run in the name of this site. */
export const INERT = "default-src 'none'; sandbox";
/** A sandbox would keep the browser's own viewer of PDF out; it runs nothing of the file in our name either. */
const SHOWN = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";
const IN_PLACE = { 'content-security-policy': SHOWN, 'x-frame-options': 'SAMEORIGIN' };
/** What a browser shows by itself; everything else is handed out. */
const SHOWABLE = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/bmp', 'image/webp'];

const FileQuery = z.strictObject({
  name: z.string().max(400).optional().describe('What it is called where it is fetched from; a name of another kind is left out'),
  inline: z.enum(['true', 'false']).optional().describe('true: to be shown in place, where it is a PDF or a picture'),
});
/** The form that carries a file. */
export const FORM = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

/** Scans, attachments, documents to be released. */
@ApiTags('files')
@NeedsOfficer()
@Controller('files')
export class FilesController {
  constructor(private readonly files: StoredFiles) {}

  /** Takes one file. Its content has to be what its name says. */
  @Post()
  @HttpCode(201)
  @RouteConfig({ ...TAKES_FILE, ...FOR_ASSESSORS, ...FOR_INTAKE })
  @ApiOperation({ operationId: 'addFile', summary: '上传文件 · Hand in a file' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiHeader(IDEMPOTENCY_KEY)
  @ApiCreatedResponse({ standardSchema: FileView, description: 'The id is the SHA-256 of the content.' })
  @Problems(
    'unauthenticated',
    'csrf',
    'role-missing',
    'too-large',
    'unsupported-media-type',
    'invalid-request',
    'idempotency-key-reused',
    'file-not-what-it-says',
    'file-infected',
    'scanner-silent',
  )
  async add(@CurrentExchange() { actor, request, reply }: Exchange): Promise<FileView> {
    const key = keyOf(request, actor);
    const part = await filePartOf(request);
    try {
      const claim = { name: part.filename, mime: part.mimetype };
      const view = await this.files.add({ content: part.content, claim, actor, key });
      reply.header('location', `/api/v1/files/${view.id}`);
      return view;
    } finally {
      part.drop();
    }
  }

  /** Hands a file out, as long as it is what was kept. */
  @Get(':id')
  @ApiOperation({ operationId: 'getFile', summary: '下载文件 · Fetch a file' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The content.', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  @Problems('unauthenticated', 'not-found', 'file-altered', 'invalid-request')
  async get(
    @CurrentExchange() { actor, reply }: Exchange,
    @Param('id') id: string,
    @Query({ schema: FileQuery }) { inline, name }: z.infer<typeof FileQuery>,
  ): Promise<StreamableFile> {
    const { view, content } = await this.files.open(id, actor, name);
    const isShown = inline === 'true' && SHOWABLE.includes(view.mime);
    reply.headers({ ...(isShown ? IN_PLACE : { 'content-security-policy': INERT }), etag: `"${view.id}"` });
    const disposition = `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(view.name)}`;
    return new StreamableFile(content, { type: view.mime, disposition, length: view.size });
  }
}
