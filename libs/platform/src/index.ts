/**
 * What the program needs from its surroundings, and nothing of what it is about: settings, clock, database, the two
 * flights of a command, bell and queues, files, secrets, configuration.
 *
 * - `readSettings()` → `Settings`; nobody else reads the environment.
 * - `Clock` (Nest token): `SystemClock`, and for tests and simulations `ManualClock`.
 * - `startEmbeddedPostgres({ dataDir, log })` → `{ url, stop() }`.
 * - `migrate(url)`, `createDataSource(url, { entities })`: TypeORM for the schema, entities and reads.
 * - `CommandPool`: `flights({ organId, reads }, async (rows, tx) => … tx.commit(write))` for commands, `query` for the rest.
 * - `Bell`: `ring({ caseId, organId, version })` after a commit, `listen((heard) => …)` in every process.
 * - `OutboxRelay` carries committed jobs into a `JobQueue`, a `JobRunner` does each once; queues may lose everything.
 * - `Metrics`: what a process counts, for those who watch over it.
 * - `Often`: work that is done again and again.
 * - `FileStore`: `save(stream, { name, mime })` → `{ id, size, mime }`, `read(id)`, `check(id, size)`.
 * - `inspectScan(content)`, `PageDrawer`: the pages of a TIFF as pictures, drawn by a process of its own; `PageStore` keeps them.
 * - `PageReader`: what stands on the pages of scans and PDFs, read by a process of its own.
 * - `PageRedactor`: parts of pages made black by a process of its own; `releasedPdf(total, pageAt)`: the PDF of what is left.
 * - `readTable(bytes)`, row by row `openTable(bytes)`, `columnsOf(table, headings)`: tables as offices keep them, CSV or XLSX.
 * - `keepFax`: the content of a fax, with what can be read of it.
 * - `placeAside`: where a fax lies that has been looked at.
 * - `FaxSpool`: `look()` at the folder of a fax server.
 * - `AuditKeys`: what signs the root of a day; `isSignedBy`. `SignedDays`: what was signed last, apart from the database.
 * - `Sealer`, `hashPassword`, `newToken`, `canonicalJson`, `entryHash`.
 */
export { hasAllData } from './pages/tiff-data.js';
export { isTiff, pagesOfTiff } from './pages/tiff-pages.js';
export { AuditKeys, isSignedBy, type PublicAuditKey } from './audit-keys.js';
export { callerLine } from './caller-line.js';
export { Bell, tellGone, type BellParts, type CaseChange, type Gone, type Heard } from './bell/bell.js';
export { Clock, ManualClock, momentAt, officeDay, officeMoment, SystemClock } from './clock.js';
export {
  CommandPool,
  CommitRefused,
  CommitUncertain,
  type CommandPoolOptions,
  type Departure,
  type OpenTransaction,
  type ReadRows,
} from './command-pool.js';
export {
  checkConfig,
  readCalendar,
  readApprovalChains,
  readRetentionTables,
  readChecklists,
  readConfig,
  readFeeTariffs,
  readGrounds,
  readReminderLadders,
  readReportFormats,
  readStatute,
  type ConfigKind,
} from './config-library.js';
export {
  bearsSecret,
  canonicalJson,
  entryHash,
  hashPassword,
  newOneTimePassword,
  newToken,
  sameSecret,
  sha256,
  signature,
  tokenHash,
  verifyPassword,
} from './crypto.js';
export { createDataSource, dataSourceOptions, migrate, migrateUpTo, type DatabaseParts } from './database.js';
export {
  EmbeddedPostgresError,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.js';
export { keepFax, type KeptFax } from './fax/keep-fax.js';
export { placeAside } from './fax/place-aside.js';
export { FaxSpool, type Fax, type SpoolParts, type SpoolRound } from './fax/fax-spool.js';
export { scanAt, ScannerError } from './virus/clamd.js';
export { IdentityProvider, SignOnFailed, type Departed, type Vouched } from './sign-on/identity-provider.js';
export { SetAside, type Stray } from './set-aside.js';
export { FileStore, fileTooLarge, type FileClaim, type FileStanding, type KeptFile } from './file-store.js';
export { endingOf, mimeOfName } from './file-types.js';
export { databaseTime, HeldClock, holdByDatabase, TOLERATED_SECONDS, wrongClock } from './held-clock.js';
export { beat, HEARTBEAT_EVERY, WORKER_SIGNS, type WorkerSigns } from './heartbeat.js';
export { reseal, sealedRows, type SealedRows, type SealedTable } from './reseal.js';
export { forRequest, openLog, thrown, type Log } from './log/log.js';
export { loggedCommands } from './log/logged-commands.js';
export { Metrics, type CommandTimer, type CountedCommand, type CountedRequest } from './metrics/metrics.js';
export { Mailer, MailRefused, type Mail } from './mailer.js';
export { WebhookForbidden, WebhookSender, type WebhookAnswer, type WebhookPost } from './webhook/webhook-sender.js';
export { LawLibrary, regionOf, type InForce, type LoadedLaw } from './law-library.js';
export { exchangeKeysAt, newExchangeKeys, type Side } from './exchange/exchange-keys.js';
export { Carried, CarriedBack, headersAnswered, headersAsked } from './exchange/letters.js';
export { Mailbox } from './exchange/mailbox.js';
export type { Content } from './exchange/packed.js';
export { sentAt, sentDay } from './exchange/sent-day.js';
export { plainJson } from './plain-json.js';
export { json, pgTypes, type Parameter, type Statement } from './pg-values.js';
export { Often, type Recurring } from './often.js';
export { makeBackup } from './backup/make-backup.js';
export { NotRestored, restoreBackup } from './backup/restore-backup.js';
export { Binder, TooMuchToBind, type Binding, type Bound } from './binding/binder.js';
export { ChildProgram } from './pages/child-program.js';
export { DRAW_PROGRAM, PageDrawer } from './pages/page-drawer.js';
export { isPdf } from './pages/is-pdf.js';
export { PageStore, type KeptPicture } from './pages/page-store.js';
export { printOfPages } from './pages/print-of-pages.js';
export { inspectScan, nextPages } from './pages/scan.js';
export { canRead } from './reading/engine.js';
export { allWords } from './reading/all-words.js';
export { docxText } from './reading/docx-text.js';
export { pdfLines } from './reading/pdf-lines.js';
export { PageReader, READ_PROGRAM, READER } from './reading/page-reader.js';
export { PageText, type ReadBox, type ReadWord } from './reading/page-text.js';
export type { LookedPage, PageSigns } from './redacting/answers.js';
export type { BlackArea } from './redacting/black-out.js';
export type { BurntPage } from './redacting/burnt-page.js';
export { PageRedactor, REDACT_PROGRAM } from './redacting/page-redactor.js';
export { PartStore } from './redacting/part-store.js';
export { plainText } from './redacting/plain-text.js';
export { releasedPdf } from './redacting/released-pdf.js';
export { openTracing } from './tracing/open-tracing.js';
export type { Tracing } from './tracing/tracing.js';
export { startSpan, traced } from './tracing/traced.js';
export { JobQueue } from './queue/job-queue.js';
export { JOB_PATIENCE, JobRunner, Undoable, type JobRun, type Processor, type Processors } from './queue/job-runner.js';
export { keepingAwake } from './queue/keeping-awake.js';
export { OutboxRelay } from './queue/outbox-relay.js';
export { queuePlace, type QueuePlace } from './queue/queue-line.js';
export { openShownQueue, type ShownQueue } from './queue/shown-queue.js';
export { SealBroken, Sealer } from './sealing/sealer.js';
export { schemaText } from './schema-text.js';
export { cellProblems, cellsOf, columnsOf, requireColumns, type Columns, type Headings } from './table/columns.js';
export { dayIn } from './table/read-day.js';
export { openTable, readTable, type OpenTable, type Table, type TableRow } from './table/read-table.js';
export { configDirOf, readSettings, type Settings } from './settings.js';
export { SettingsError } from './settings-error.js';
export { SignedDays } from './signed-days.js';
export { EVERYTHING, inThisSight, NOTHING, OpenSight, withSight, type Sight } from './wall/sight.js';
export { refuseWalledLogin } from './wall/refuse-walled-login.js';
export { OPEN_TABLES, WALLED_TABLES } from './wall/tables.js';
export { wallAt } from './wall/wall-standing.js';
