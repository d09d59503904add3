import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '@gongkai/casework';
import { RegisterImport, RegisterImports as ImportList, RegisterPreview, RegisterRequest } from '@gongkai/contracts';
import { RegisterImports } from '@gongkai/intake';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { Actor } from '../http/gate.js';
import { NeedsOfficer } from '../openapi/needs-officer.decorator.js';
import { OF_A_BODY, Problems } from '../openapi/problems.decorator.js';

const REQUEST = { required: true, schema: { $ref: '#/components/schemas/RegisterRequest' } };

/** The register that an office kept before, for its administrator. */
@ApiTags('administration')
@NeedsOfficer()
@Controller('register-imports')
export class RegisterImportsController {
  constructor(private readonly imports: RegisterImports) {}

  /** What a table holds and what the law says to it, row by row; nothing is imported. The table is handed in before (`POST /files`). */
  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ operationId: 'previewRegister', summary: '旧登记簿试导 · What an old register holds' })
  @ApiBody(REQUEST)
  @ApiOkResponse({ standardSchema: RegisterPreview })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'too-large')
  look(
    @CurrentExchange() { actor, language }: Exchange,
    @Body({ schema: RegisterRequest }) request: RegisterRequest,
  ): Promise<RegisterPreview> {
    return this.imports.look(actor, request, language);
  }

  /** Begins an import; a worker makes cases of all rows that are new and right. The mapping is kept for the next time. */
  @Post()
  @HttpCode(201)
  @ApiOperation({ operationId: 'importRegister', summary: '导入旧登记簿 · Import an old register' })
  @ApiBody(REQUEST)
  @ApiCreatedResponse({ standardSchema: RegisterImport })
  @Problems('unauthenticated', ...OF_A_BODY, 'role-missing', 'import-running', 'too-large')
  start(
    @CurrentExchange() { actor, language }: Exchange,
    @Body({ schema: RegisterRequest }) request: RegisterRequest,
  ): Promise<RegisterImport> {
    return this.imports.start(actor, request, language);
  }

  /** The imports of the own organ, the newest first. */
  @Get()
  @ApiOperation({ operationId: 'listRegisterImports', summary: '旧登记簿导入记录 · Imports of old registers' })
  @ApiOkResponse({ standardSchema: ImportList })
  @Problems('unauthenticated', 'role-missing')
  async list(@Actor() actor: Person): Promise<ImportList> {
    return { items: await this.imports.list(actor) };
  }

  /** How far it is. */
  @Get(':id')
  @ApiOperation({ operationId: 'getRegisterImport', summary: '旧登记簿导入进度 · How far an import is' })
  @ApiOkResponse({ standardSchema: RegisterImport })
  @Problems('unauthenticated', 'role-missing', 'not-found')
  find(@Actor() actor: Person, @Param('id') id: string): Promise<RegisterImport> {
    return this.imports.find(actor, id);
  }

  /** Takes all of its cases back, as long as nobody has worked at any of them. */
  @Post(':id/undo')
  @HttpCode(200)
  @ApiOperation({ operationId: 'undoRegisterImport', summary: '撤回旧登记簿导入 · Take an import back' })
  @ApiOkResponse({ standardSchema: RegisterImport })
  @Problems('unauthenticated', 'csrf', 'role-missing', 'not-found', 'import-running', 'cases-worked-at')
  undo(@Actor() actor: Person, @Param('id') id: string): Promise<RegisterImport> {
    return this.imports.undo(actor, id);
  }
}
